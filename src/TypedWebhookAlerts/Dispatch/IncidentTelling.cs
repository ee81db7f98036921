using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Raises what is told of incidents. An end waits beside a ring that has no room for it.</summary>
/// <param name="admission">Admits it, as any call.</param>
/// <param name="owed">Takes the ends that wait.</param>
/// <param name="wakeUp">Wakes the pump.</param>
internal sealed class IncidentTelling(AlertAdmission admission, OwedEnds owed, WakeUp wakeUp)
{
    /// <summary>Tells more of an incident.</summary>
    /// <param name="news">The alert that tells it.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="message">Whose they are.</param>
    public void Tell(AlertDescriptor news, string? text, IncidentMessage message)
    {
        if (admission.Claim(news, RecordHeader.Tracked, AlertWriter.SizeOf(text), out var record) is not { } reason)
        {
            record.Track(message);
            record.Write(text);
            record.Commit();
        }
        else if (!message.IsEnd || reason == RefusalReason.Closed)
        {
            admission.Refuse(news, reason);
        }
        else if (owed.TryAdd(Owe(news, text, message)))
        {
            wakeUp.Signal();
        }
        else
        {
            admission.Refuse(news, RefusalReason.Closed);
        }
    }

    private OwedEnd Owe(AlertDescriptor news, string? text, IncidentMessage message)
    {
        var ring = admission.Ring!;
        return new OwedEnd(message, news, text, admission.Stamp, ring, ring.ClaimedUntil);
    }
}
