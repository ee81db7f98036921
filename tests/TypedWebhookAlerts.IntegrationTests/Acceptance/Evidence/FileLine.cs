using System.Text.Json;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>An alert in the fallback file.</summary>
/// <param name="Text">Its identity.</param>
/// <param name="Route">The route that would have shown it.</param>
/// <param name="Count">How many alerts the line stands for.</param>
/// <param name="IsOfRoute">Whether a copy of the route's went there, and not what never had one.</param>
internal sealed record FileLine(string Text, string Route, long Count, bool IsOfRoute)
{
    /// <summary>Reads a file; there is none where nothing was lost.</summary>
    public static IReadOnlyList<FileLine> ReadAll(string? path)
        => path is not null && File.Exists(path) ? [.. File.ReadLines(path).Select(Read).OfType<FileLine>()] : [];

    private static FileLine? Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (!json.RootElement.TryGetProperty("embed", out var embed))
        {
            return null;
        }

        var description = embed.GetProperty("description").GetString()!;
        return new FileLine(
            description.Split('\n')[0],
            json.RootElement.GetProperty("route").GetString()!,
            json.RootElement.GetProperty("count").GetInt64(),
            json.RootElement.GetProperty("reason").GetString() != "IncidentInFile");
    }
}
