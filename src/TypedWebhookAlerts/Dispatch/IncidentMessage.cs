namespace TypedWebhookAlerts.Dispatch;

/// <summary>Marks a captured text as an incident's: how it goes, or that it is over.</summary>
internal sealed class IncidentMessage(IIncident incident, bool isEnd) : AlertTracker
{
    public IIncident Incident => incident;

    public bool IsEnd => isEnd;
}
