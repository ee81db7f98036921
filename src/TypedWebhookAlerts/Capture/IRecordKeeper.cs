namespace TypedWebhookAlerts.Capture;

/// <summary>A tracker that needs, later, what its alert was raised with.</summary>
internal interface IRecordKeeper
{
    /// <summary>Shown the record by the pump, before it is dispatched.</summary>
    void Keep(in AlertRecord record);
}
