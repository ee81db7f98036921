namespace TypedWebhookAlerts.Dispatch;

/// <summary>An incident as the pump knows it.</summary>
internal interface IIncident
{
    /// <summary>What is told of it, shared with equal ones that are open at the same time; null until the pump has
    /// taken its call, and for good if that was dropped. The pump's only.</summary>
    IncidentStory? Story { get; set; }

    /// <summary>What became of the call.</summary>
    Task<AlertOutcome> Delivered { get; }
}
