namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;

/// <summary>A figure that the library promises.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">What it came to.</param>
/// <param name="Limit">The most that it may come to.</param>
internal sealed record TargetFigure(string Name, double Value, double Limit)
{
    public bool IsMet => Value <= Limit;
}
