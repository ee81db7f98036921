using System.Text.Json;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>A line of the fallback file. An alert of fields alone is described by its title.</summary>
internal sealed record KeptAlert(
    string Alert, string Level, string Route, string Reason, long Count, string Description)
{
    public static KeptAlert Read(JsonElement line)
        => new(
            line.GetProperty("alert").GetString()!,
            line.GetProperty("level").GetString()!,
            line.GetProperty("route").GetString()!,
            line.GetProperty("reason").GetString()!,
            line.GetProperty("count").GetInt64(),
            Describe(line.GetProperty("embed")));

    private static string Describe(JsonElement embed)
        => (embed.TryGetProperty("description", out var description) ? description : embed.GetProperty("title"))
            .GetString()!;
}
