namespace TypedWebhookAlerts;

/// <summary>One message that tells more of an incident. The pump stamps it, as any call that is followed.</summary>
internal sealed class IncidentMessage(AlertIncident incident) : AlertTracker
{
    public AlertIncident Incident => incident;

    /// <summary>How long after its incident it was raised.</summary>
    public TimeSpan Elapsed => RaisedAt - incident.RaisedAt;
}
