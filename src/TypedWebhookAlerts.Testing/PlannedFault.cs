namespace TypedWebhookAlerts.Testing;

/// <summary>A fault that is planned, and how many requests may still meet it. The plan holds its lock.</summary>
internal sealed class PlannedFault(FaultConditions conditions, Fault fault)
{
    private int? _left = conditions.Count;

    public FaultConditions Conditions => conditions;

    public bool IsOver(DateTimeOffset now) => _left == 0 || now >= conditions.End;

    public Fault Take()
    {
        _left--;
        return fault;
    }
}
