using System.Numerics;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Parts what many threads count at once by the processor that they run on, so that they do not wait for the
/// same line of memory.</summary>
internal static class Stripes
{
    /// <summary>A power of two, at most 4: each stripe of a histogram takes some kilobytes.</summary>
    public static int Count { get; } =
        (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(4, Environment.ProcessorCount));

    public static int Current => Thread.GetCurrentProcessorId() & (Count - 1);
}
