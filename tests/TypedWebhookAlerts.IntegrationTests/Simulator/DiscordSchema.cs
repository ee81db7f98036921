using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>A schema of Discord's published API description, which the environment variable DISCORD_OPENAPI
/// names.</summary>
internal sealed class DiscordSchema
{
    private const string Variable = "DISCORD_OPENAPI";

    private readonly JsonSchema _schema;
    private readonly EvaluationOptions _options = new()
    {
        OutputFormat = OutputFormat.Flag,
        RequireFormatValidation = true,
    };

    private DiscordSchema(JsonSchema schema) => _schema = schema;

    /// <summary>Reads a schema by name; skips the test where the description is not at hand.</summary>
    public static DiscordSchema Load(string name)
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(File.Exists(path), $"{Variable} names no copy of Discord's openapi.json.");
        var description = JsonNode.Parse(File.ReadAllText(path!))!;
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = $"#/components/schemas/{name}",
            ["components"] = new JsonObject { ["schemas"] = description["components"]!["schemas"]!.DeepClone() },
        };
        return new DiscordSchema(JsonSchema.FromText(root.ToJsonString()));
    }

    public bool Accepts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return _schema.Evaluate(document.RootElement, _options).IsValid;
    }
}
