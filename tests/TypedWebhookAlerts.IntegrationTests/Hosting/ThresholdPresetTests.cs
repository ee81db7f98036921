using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>The measurements of the runtime's own that thresholds know by name, as this runtime has them.</summary>
public sealed class ThresholdPresetTests
{
    [Fact]
    public async Task CpuIsWatchedByItsName()
    {
        await using var host = await WatchedHost.StartAsync(("Cpu:Above", "0"));
        host.Look();
        var before = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - before < TimeSpan.FromMilliseconds(20))
        {
        }

        host.Look();

        Assert.Matches(@"^CPU: [\d.]+ %, above 0 %", Assert.Single(host.Incidents));
        Assert.Equal(
            "The share of all processors that this process used.", Assert.Single(host.Run.Embeds).Fields[^1].Value);
    }

    [Fact]
    public async Task PausesOfTheCollectorAreWatchedByTheirName()
    {
        await using var host = await WatchedHost.StartAsync(("GcPause:Above", "0"));
        host.Look();

        GC.Collect();
        host.Look();

        Assert.Matches(@"^GC pause: \S+ %, above 0 %", Assert.Single(host.Incidents));
    }

    [Fact]
    public async Task TheWorkingSetIsWatchedByItsName()
    {
        await using var host = await WatchedHost.StartAsync(("workingset:Above", "1024"));

        host.Look();

        Assert.Matches(@"^Working set: [\d.,]+ [MG]iB, above 1 KiB$", Assert.Single(host.Incidents));
    }

    [Fact]
    public async Task TheThreadPoolsQueueIsWatchedByItsLengthThoughTheRuntimeCallsItACounter()
    {
        await using var host = await WatchedHost.StartAsync(("ThreadPoolQueue:Below", "1000000"));

        // A counter's rate would be known from the second look on.
        host.Look();

        Assert.Matches(@"^Thread pool queue: [\d,]+, below 1,000,000$", Assert.Single(host.Incidents));
    }

    [Fact]
    public async Task ExceptionsAreWatchedByTheirNameAndGroupedByTheirType()
    {
        await using var host = await WatchedHost.StartAsync(
            ("Exceptions:Above", "0"), ("Exceptions:GroupBy:0", "error.type"));

        Throw();
        host.Look();

        Assert.Contains("Exceptions (error.type=RareException): 0.1/s, above 0/s", host.Incidents);
    }

    [Fact]
    public async Task OneMeasurementIsWatchedByTwoThresholds()
    {
        await using var host = await WatchedHost.StartAsync(
            ("WorkingSet:Above", "1024"),
            ("Alarm:Preset", "WorkingSet"),
            ("Alarm:Above", "2048"),
            ("Alarm:Level", "Critical"));

        host.Look();

        Assert.Equal(
            ["Working set (Alarm)", "Working set"],
            host.Run.Embeds.Select(embed => embed.Fields[0].Value).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task InCodeTheyAreMadeWithTheLimitAlone()
    {
        await using var run = new HostRun(options: options =>
        {
            options.Thresholds["Memory"] = MetricThreshold.WorkingSet(above: 1024);
            options.Thresholds["Cpu"] = MetricThreshold.Cpu(above: 1);
            options.Thresholds["Pause"] = MetricThreshold.GcPause(above: 1);
            options.Thresholds["Queue"] = MetricThreshold.ThreadPoolQueue(above: 1e9);
            options.Thresholds["Thrown"] = MetricThreshold.Exceptions(above: 1e9);
        });
        await run.StartAsync(TestContext.Current.CancellationToken);

        run.Run(TimeSpan.FromMinutes(2));

        Assert.StartsWith("Working set (Memory)", Assert.Single(run.Embeds).Fields[0].Value, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Log.GetSnapshot(), record => record.Id.Id == 87);
    }

    private static void Throw()
    {
        try
        {
            throw new RareException();
        }
        catch (RareException)
        {
        }
    }

    private sealed class RareException : Exception;
}
