namespace TypedWebhookAlerts;

/// <summary>Why an accepted alert was not delivered.</summary>
public enum DropReason
{
    /// <summary>Every route that it could take is off or dead.</summary>
    NoRoute,

    /// <summary>Its webhook's queue was full, and it was the oldest of the lowest level; or it was a followed repeat
    /// (one with a receipt, or of an incident), and 65,536 of these were waiting already.</summary>
    QueueFull,

    /// <summary>Discord refused the payload.</summary>
    Rejected,

    /// <summary>Its webhook failed for longer than <c>Retry.GiveUpAfter</c>, and there was no other way.</summary>
    Undeliverable,

    /// <summary>The request timed out, so it is not known whether the alert arrived.</summary>
    Unconfirmed,

    /// <summary>The message that would have shown its repeats, or an incident's news, was deleted for the third time.
    /// </summary>
    MessageGone,

    /// <summary>The pipeline was disposed before it could be sent, and there is no fallback file.</summary>
    Closed,

    /// <summary>It was written to the fallback file, as no route could show it, or as the pipeline ended.</summary>
    Fallback,

    /// <summary>It was an incident that ended before <see cref="WebhookAlertOptions.OpenAfter"/>, or an update of
    /// one.</summary>
    Resolved,
}
