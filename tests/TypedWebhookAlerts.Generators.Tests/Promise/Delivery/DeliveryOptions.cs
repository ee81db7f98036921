using CsCheck;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Delivery;

/// <summary>The options of a run that change what a payload holds.</summary>
internal sealed record DeliveryOptions(
    bool UseEmbeds, int MaxMessageLength, bool IncludeStackTraces, bool IncludeTimestamps, bool IncludeBotInfo,
    int BatchSize, TimeSpan CoalesceWindow)
{
    /// <summary>Larger than what a run holds at once: nothing may be lost for want of room.</summary>
    private const int RingBytes = 16 * 1024 * 1024;
    private const long MaxQueuedBytes = 1024L * 1024 * 1024;

    private static readonly LogLevel[] s_levels =
        [LogLevel.Trace, LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical];

    private static readonly Gen<int> s_length = Gen.Frequency(
        (3, Gen.Const(2000)), (1, Gen.Const(100)), (2, Gen.Const(4096)), (2, Gen.Int[100, 4096]));

    public static Gen<DeliveryOptions> Any(bool useEmbeds)
        => Gen.Select(
            s_length, Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOfConst(1, 5, 10), Gen.OneOfConst(0, 300),
            (length, traces, times, info, batch, seconds) => new DeliveryOptions(
                useEmbeds, length, traces, times, info, batch, TimeSpan.FromSeconds(seconds)));

    public void Apply(WebhookAlertOptions options)
    {
        options.UseEmbeds = UseEmbeds;
        options.MaxMessageLength = MaxMessageLength;
        options.IncludeStackTraces = IncludeStackTraces;
        options.IncludeTimestamps = IncludeTimestamps;
        options.IncludeBotInfo = IncludeBotInfo;
        options.BatchSize = BatchSize;
        options.CoalesceWindow = CoalesceWindow;
        options.RingBytes = RingBytes;
        options.MaxQueuedBytes = MaxQueuedBytes;
        options.MinimumLevel = LogLevel.Trace;
        foreach (var level in s_levels)
        {
            options.LevelRoutes[level] = level == LogLevel.Critical ? ["error", "info"] : ["error"];
        }
    }
}
