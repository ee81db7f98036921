using System.Globalization;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Random;

/// <summary>One thing that happens in a random story, and how long after the one before.</summary>
/// <param name="What">What.</param>
/// <param name="Kind">Which of its kinds, from 0 to 99.</param>
/// <param name="Amount">How much of it, from 0 to 59.</param>
/// <param name="Pause">How long after, as a power of ten of milliseconds.</param>
internal readonly record struct Happening(Happening.Of What, int Kind, int Amount, double Pause)
{
    public enum Of
    {
        Raise,
        Repeat,
        Incident,
        Fault,
        Deletion,
        Flush,
        Healing,
        Restart,
        Kill,
    }

    public TimeSpan After => TimeSpan.FromMilliseconds(Math.Round(Math.Pow(10, Pause)));

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"+{After.TotalSeconds}s {What} {Kind}/{Amount}");
}
