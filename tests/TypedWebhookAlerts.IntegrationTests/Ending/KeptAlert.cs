using System.Text.Json;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>A line of the fallback file.</summary>
internal sealed record KeptAlert(string Alert, string Level, string Route, string Reason, long Count, string Description)
{
    public static KeptAlert Read(JsonElement line)
        => new(
            line.GetProperty("alert").GetString()!,
            line.GetProperty("level").GetString()!,
            line.GetProperty("route").GetString()!,
            line.GetProperty("reason").GetString()!,
            line.GetProperty("count").GetInt64(),
            line.GetProperty("embed").GetProperty("description").GetString()!);
}
