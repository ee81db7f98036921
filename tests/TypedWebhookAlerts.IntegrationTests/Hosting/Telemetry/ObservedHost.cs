using System.Collections.ObjectModel;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting.Telemetry;

/// <summary>A real host that OpenTelemetry observes: by its SDK, and with exporters that keep what they are
/// given.</summary>
/// <remarks>A meter is of the process: tests take turns, and compare what came on top of what there was.</remarks>
internal sealed class ObservedHost : IAsyncDisposable
{
    private readonly Collection<MetricSnapshot> _metrics = [];
    private readonly Dictionary<string, double> _before;

    public ObservedHost(
        IEnumerable<(string Key, string? Value)>? settings = null,
        string[]? routes = null,
        Action<WebhookAlertOptions>? options = null,
        Action<DiscordSimulatorOptions>? simulator = null)
    {
        Run = new HostRun(
            builder => builder.Services.AddOpenTelemetry()
                .WithMetrics(metrics => metrics.AddMeter("TypedWebhookAlerts").AddInMemoryExporter(_metrics))
                .WithTracing(traces => traces.AddSource("TypedWebhookAlerts").AddInMemoryExporter(Activities)),
            options,
            settings,
            routes,
            simulator);

        // From the host's first request on: the SDK itself begins later, with the services of the application.
        Run.Host.Services.GetRequiredService<TracerProvider>();
        _before = Collect();
    }

    public HostRun Run { get; }

    public AlertPipeline Pipeline => Run.Pipeline;

    public Collection<Activity> Activities { get; } = [];

    /// <summary>The names and values of all tags that were exported.</summary>
    public IEnumerable<string> Tags
        => _metrics.SelectMany(metric => metric.MetricPoints)
            .SelectMany(point => TagsOf(point).Split(','))
            .Concat(Activities.SelectMany(activity => activity.TagObjects)
                .Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>The instruments that were exported.</summary>
    public IEnumerable<string> Instruments => _metrics.Select(metric => $"{metric.Name} {metric.Unit}").Distinct();

    /// <summary>What was measured since the host was made: sums by name and tags, counts of histograms.</summary>
    public Dictionary<string, double> Measured()
        => Collect()
            .Select(now => KeyValuePair.Create(now.Key, now.Value - _before.GetValueOrDefault(now.Key)))
            .Where(change => change.Value != 0)
            .ToDictionary();

    /// <summary>What is left of an instrument's points when only some tags are looked at.</summary>
    public Dictionary<string, double> Measured(string instrument)
        => Measured()
            .Where(point => point.Key.StartsWith(instrument + "{", StringComparison.Ordinal))
            .ToDictionary(point => point.Key[(instrument.Length + 1)..^1], point => point.Value);

    /// <summary>The seconds that a histogram has summed up since the process began.</summary>
    public double SumOf(string histogram)
    {
        Collect();
        return _metrics.Where(metric => metric.Name == histogram)
            .SelectMany(metric => metric.MetricPoints)
            .Sum(point => point.GetHistogramSum());
    }

    /// <summary>Each count of the meter is the ledger's.</summary>
    public void AssertTellsTheLedger()
    {
        var ledger = Pipeline.Ledger;
        var expected = new Dictionary<string, double>();
        Expect(expected, "refused", "", ledger.RefusedBy.Values.Sum());
        Expect(expected, "", ledger.Accepted, ledger.Delivered, ledger.Coalesced, ledger.DroppedBy);
        foreach (var (name, route) in ledger.Routes)
        {
            Expect(expected, name, route.Accepted, route.Delivered, route.Coalesced, route.DroppedBy);
            Expect(expected, "queue.size", name, route.Pending);
        }

        Assert.Equal(Text(expected), Text(Counts()));
    }

    public async ValueTask DisposeAsync() => await Run.DisposeAsync();

    private static void Expect(
        Dictionary<string, double> expected,
        string route,
        long accepted,
        long delivered,
        long coalesced,
        IReadOnlyDictionary<DropReason, long> dropped)
    {
        Expect(expected, "processed", route, accepted);
        Expect(expected, "exported", route, delivered);
        Expect(expected, "coalesced", route, coalesced);
        foreach (var (reason, count) in dropped)
        {
            Expect(expected, $"dropped {TelemetryTags.Of(reason)}", route, count);
        }
    }

    private static void Expect(Dictionary<string, double> expected, string name, string route, long count)
    {
        if (count > 0)
        {
            expected[$"{route} {name}"] = count;
        }
    }

    /// <summary>The counters of the meter in the ledger's words, over all levels.</summary>
    private Dictionary<string, double> Counts()
    {
        var counts = new Dictionary<string, double>();
        foreach (var (key, value) in Measured())
        {
            var name = key[..key.IndexOf('{', StringComparison.Ordinal)]["webhook_alerts.".Length..];
            if (name is "window.wait" or "request.duration")
            {
                continue;
            }

            var tags = key[(key.IndexOf('{', StringComparison.Ordinal) + 1)..^1].Split(',')
                .Select(tag => tag.Split('='))
                .Where(tag => tag.Length == 2)
                .ToDictionary(tag => tag[0], tag => tag[1]);
            var route = tags.GetValueOrDefault("webhook_alerts.route", "");
            Assert.Equal(route.Length > 0, name.StartsWith("route.", StringComparison.Ordinal) || name == "queue.size");
            name = name.Replace("route.", "", StringComparison.Ordinal);
            var reason = name == "dropped" ? $" {tags["webhook_alerts.reason"]}" : "";
            var count = $"{route} {name}{reason}";
            counts[count] = counts.GetValueOrDefault(count) + value;
        }

        return counts;
    }

    private Dictionary<string, double> Collect()
    {
        _metrics.Clear();
        Assert.True(Run.Host.Services.GetRequiredService<MeterProvider>().ForceFlush());
        return _metrics
            .SelectMany(metric => metric.MetricPoints.Select(point => (
                Key: $"{metric.Name}{{{TagsOf(point)}}}",
                Value: metric.MetricType == MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong())))
            .GroupBy(point => point.Key)
            .ToDictionary(points => points.Key, points => (double)points.Last().Value);
    }

    private static string TagsOf(MetricPoint point)
    {
        var tags = new List<string>();
        foreach (var (key, value) in point.Tags)
        {
            tags.Add($"{key}={value}");
        }

        return string.Join(',', tags.Order(StringComparer.Ordinal));
    }

    private static string Text(Dictionary<string, double> counts)
        => string.Join(
            "\n",
            counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}: {count.Value}"));
}
