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

    /// <summary>The options of a run: what must be seen goes by its place, the rest is random.</summary>
    /// <param name="run">The run's place among those of its batch.</param>
    public static Gen<DeliveryOptions> Of(int run)
    {
        var length = (run % 4) switch
        {
            0 => Gen.Const(2000),
            1 => Gen.Const(100),
            2 => Gen.Const(4096),
            _ => Gen.Int[1900, 4096],
        };
        return Gen.Select(
            length, Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOfConst(1, 5, 10),
            (characters, traces, times, info, batch) => new DeliveryOptions(
                UseEmbeds: run % 2 == 0, characters, traces, times, info, batch,
                CoalesceWindow: TimeSpan.FromMinutes(run % 4 == 2 ? 0 : 5)));
    }

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
