namespace TypedWebhookAlerts.Rendering;

/// <summary>What a message says of the calls it stands for beyond its own.</summary>
/// <param name="Count">How many equal alerts the message stands for; 1 shows nothing.</param>
/// <param name="Last">When the last of them was raised.</param>
/// <param name="Refused">How many calls of this alert found no room or no budget before; 0 shows nothing.</param>
internal readonly record struct AlertCounter(long Count, DateTimeOffset Last, long Refused)
{
    /// <summary>Whether there is anything to show.</summary>
    public bool IsShown => Count > 1 || Refused > 0;
}
