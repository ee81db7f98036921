namespace TypedWebhookAlerts.IntegrationTests.Reloading;

/// <summary>Something that happens in a story by chance.</summary>
/// <param name="What">What.</param>
/// <param name="Chance">Decides how.</param>
internal readonly record struct ReloadEvent(ReloadEvent.Of What, int Chance)
{
    public enum Of
    {
        Raise,
        Repeat,
        Incident,
        Fault,
        Wait,
        Reload,
        Flush,
    }

    /// <summary>One of so many ways, by a digit of the chance.</summary>
    public int Choose(int ways, int digit = 0) => Chance / (int)Math.Pow(11, digit) % ways;
}
