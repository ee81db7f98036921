using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>
/// The observable instruments of the meter <c>TypedWebhookAlerts</c>: they read the counters of the process's pipelines
/// when somebody collects, and cost nothing before.
/// </summary>
/// <remarks>
/// Alerts are counted once, by level; copies by level and route, in instruments of their own, as an alert for two
/// routes is two copies. Pipelines add up. What a disposed one has counted stays in the counters, which never go back;
/// of what is of the moment (queue and ring) it has no part any more. Counts of zero are not reported. A pipeline that
/// was never started, a recorder's among them, is not measured.
/// </remarks>
internal static class PipelineMeter
{
    private const string Unit = "{alert}";

    private static readonly MeasuredPipelines s_pipelines = new();

    static PipelineMeter()
    {
        Count("processed", "The alerts that were accepted and taken from the ring.", Accepted, Alerts);
        Count("exported", "The alerts whose message Discord confirmed on at least one route.", Delivered, Alerts);
        Count("coalesced", "The repeats that a confirmed message counts.", Coalesced, Alerts);
        Count("dropped", "The alerts that were given up, by reason.", Dropped, Alerts);
        Count("route.processed", "The copies of alerts that a route was given.", Accepted, Routes);
        Count("route.exported", "The copies whose message Discord confirmed.", Delivered, Routes);
        Count("route.coalesced", "The repeats that a confirmed message of the route counts.", Coalesced, Routes);
        Count("route.dropped", "The copies that the route gave up, by reason.", Dropped, Routes);
        AlertTelemetry.Meter.CreateObservableCounter(
            "webhook_alerts.refused", Refused, Unit, "The calls that found no room, by reason.");
        AlertTelemetry.Meter.CreateObservableUpDownCounter(
            "webhook_alerts.queue.size",
            Waiting,
            Unit,
            "The copies in a route's queue and in flight, and unshown repeats.");
        AlertTelemetry.Meter.CreateObservableUpDownCounter(
            "webhook_alerts.ring.size",
            () => s_pipelines.Sum(static pipeline => pipeline.InRing),
            Unit,
            "The alerts that were raised and not yet taken from the ring.");
        AlertTelemetry.Meter.CreateObservableUpDownCounter(
            "webhook_alerts.ring.usage",
            () => s_pipelines.Sum(static pipeline => pipeline.RingBytes),
            "By",
            "The bytes of the ring that are taken.");
    }

    /// <summary>Measures a pipeline, which has been started.</summary>
    public static void Add(MeasuredPipeline pipeline) => s_pipelines.Add(pipeline);

    /// <summary>Lets go of a pipeline that has settled all it had.</summary>
    public static void End(MeasuredPipeline pipeline) => s_pipelines.End(pipeline);

    private static void Count(
        string name,
        string description,
        Func<OutcomeCounters, LogLevel, KeyValuePair<string, object?>[], IEnumerable<Measurement<long>>> read,
        Func<IEnumerable<OutcomeCounters>> counters)
        => AlertTelemetry.Meter.CreateObservableCounter(
            $"webhook_alerts.{name}",
            () => from counts in counters()
                from level in Enumerable.Range(0, LevelCounts.Levels)
                from measurement in read(counts, (LogLevel)level, Tags(counts.Name, (LogLevel)level))
                where measurement.Value > 0
                select measurement,
            Unit,
            description);

    private static IEnumerable<OutcomeCounters> Alerts() => [s_pipelines.SumOfAlerts()];

    private static IEnumerable<OutcomeCounters> Routes() => s_pipelines.SumOfRoutes();

    private static IEnumerable<Measurement<long>> Accepted(
        OutcomeCounters counts, LogLevel level, KeyValuePair<string, object?>[] tags)
        => [new(counts.AcceptedOf(level), tags)];

    private static IEnumerable<Measurement<long>> Delivered(
        OutcomeCounters counts, LogLevel level, KeyValuePair<string, object?>[] tags)
        => [new(counts.DeliveredOf(level), tags)];

    private static IEnumerable<Measurement<long>> Coalesced(
        OutcomeCounters counts, LogLevel level, KeyValuePair<string, object?>[] tags)
        => [new(counts.CoalescedOf(level), tags)];

    private static IEnumerable<Measurement<long>> Dropped(
        OutcomeCounters counts, LogLevel level, KeyValuePair<string, object?>[] tags)
        => Enum.GetValues<DropReason>().Select(reason => new Measurement<long>(
            counts.DroppedOf(level, reason), [.. tags, new(TelemetryTags.Reason, TelemetryTags.Of(reason))]));

    private static IEnumerable<Measurement<long>> Refused()
    {
        var refused = s_pipelines.SumOfRefused();
        return from reason in Enum.GetValues<RefusalReason>()
            from level in Enumerable.Range(0, LevelCounts.Levels).Select(level => (LogLevel)level)
            let count = reason == RefusalReason.Closed ? ClosedCalls.Of(level) : refused.Read((int)reason, level)
            where count > 0
            select new Measurement<long>(
                count, [.. Tags("", level), new(TelemetryTags.Reason, TelemetryTags.Of(reason))]);
    }

    private static IEnumerable<Measurement<long>> Waiting()
        => s_pipelines.Waiting().Select(route => new Measurement<long>(
            route.Value, new KeyValuePair<string, object?>(TelemetryTags.Route, route.Key)));

    private static KeyValuePair<string, object?>[] Tags(string route, LogLevel level)
    {
        var tag = KeyValuePair.Create(TelemetryTags.Level, (object?)TelemetryTags.Of(level));
        return route.Length == 0 ? [tag] : [tag, new(TelemetryTags.Route, route)];
    }
}
