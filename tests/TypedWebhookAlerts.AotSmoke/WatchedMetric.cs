using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;

namespace TypedWebhookAlerts.AotSmoke;

/// <summary>A metric of the program's own that goes beyond its threshold and falls back.</summary>
internal static class WatchedMetric
{
    private const string Threshold = "WebhookAlerts:Thresholds:Load";

    public static void Configure(IConfiguration configuration)
    {
        configuration["WebhookAlerts:ThresholdInterval"] = "00:00:01";
        configuration[$"{Threshold}:Meter"] = "AotSmoke";
        configuration[$"{Threshold}:Instrument"] = "load";
        configuration[$"{Threshold}:Above"] = "0.5";
        configuration[$"{Threshold}:GroupBy:0"] = "part";
        configuration[$"{Threshold}:Details"] = "The load of a part of the program.";
    }

    /// <summary>Ends when the breach was told, and its end.</summary>
    public static async Task BreachAsync()
    {
        var looks = 0;
        var isTold = new TaskCompletionSource();
        using var meter = new Meter("AotSmoke");
        meter.CreateObservableGauge("load", Report);
        await isTold.Task;

        Measurement<double> Report()
        {
            // By the third look the second is done with.
            if (++looks == 3)
            {
                isTold.SetResult();
            }

            return new(looks == 1 ? 0.75 : 0.25, KeyValuePair.Create("part", (object?)"voice"));
        }
    }
}
