using System.Globalization;
using System.Runtime.CompilerServices;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

/// <summary>Holds the table of <c>docs/configuration.md</c> to the options' types.</summary>
public sealed class ConfigurationDocumentTests
{
    private static readonly IReadOnlyList<string[]> s_rows = [.. Rows("configuration.md")];

    [Fact]
    public void EveryOptionHasItsRowAndNoRowIsOfAnother()
        => Assert.Equal(
            OptionLeaves.All.Select(KeyOf).Order(StringComparer.Ordinal),
            s_rows.Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryVariableStandsInItsRow()
    {
        var shown = s_rows
            .SelectMany(row => row[1].Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Select(name => name.Trim('`'));

        Assert.Equal(WebhookVariables.Names.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryDefaultIsWhatItIs()
    {
        var options = new WebhookAlertOptions();
        options.Routes["x"] = new RouteOptions();
        options.Alerts["x"] = new AlertOverride();
        options.Thresholds["x"] = new MetricThreshold();
        var shown = s_rows.ToDictionary(row => row[0].Trim('`'), row => row[2]);

        // Where there is none, the table says in words what then happens.
        var known = OptionLeaves.All.Where(leaf => !string.IsNullOrEmpty(leaf.Get(options))).ToList();

        Assert.InRange(known.Count, 30, OptionLeaves.All.Count);
        Assert.All(known, leaf => Assert.Equal(Words(leaf.Get(options)!), shown[KeyOf(leaf)]));
    }

    /// <summary>The cells of a document's table whose keys stand in code.</summary>
    internal static IEnumerable<string[]> Rows(string document, [CallerFilePath] string file = "")
        => File.ReadLines(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs", document))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string KeyOf(OptionLeaf leaf)
        => (leaf.Path.EndsWith(":0", StringComparison.Ordinal) ? leaf.Path[..^2] : leaf.Path)
            .Replace(":x:", ":*:", StringComparison.Ordinal)
            .Replace("Patterns:x", "Patterns:*", StringComparison.Ordinal)
            .Replace("LevelRoutes:Debug", "LevelRoutes:*", StringComparison.Ordinal);

    private static string Words(string value)
        => TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var time)
            && value.Contains(':', StringComparison.Ordinal)
            ? Words(time)
            : long.TryParse(value, CultureInfo.InvariantCulture, out var number)
                ? number.ToString("N0", CultureInfo.InvariantCulture)
                : value;

    private static string Words(TimeSpan time)
        => time == TimeSpan.Zero ? "0"
            : time < TimeSpan.FromMinutes(1) ? $"{time.TotalSeconds} s"
            : time < TimeSpan.FromHours(1) ? $"{time.TotalMinutes} min"
            : time < TimeSpan.FromDays(1) ? $"{time.TotalHours} h"
            : $"{time.TotalDays} days";
}
