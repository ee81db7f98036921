namespace TypedWebhookAlerts.Delivery;

/// <summary>What an answer of Discord's, or the lack of one, means to a lane.</summary>
internal enum ResponseKind
{
    /// <summary>Discord has the message.</summary>
    Confirmed,

    /// <summary>Too many requests: nothing is wrong with this one, it goes again later.</summary>
    RateLimited,

    /// <summary>The payload is refused, and would be again.</summary>
    Rejected,

    /// <summary>The webhook is gone, or forbids posting.</summary>
    Dead,

    /// <summary>The message to be edited is gone, or too old to edit.</summary>
    MessageGone,

    /// <summary>The files are refused for their size: the message goes again without them.</summary>
    FilesRefused,

    /// <summary>The thread that the lane opened is gone: the message goes again, and opens another.</summary>
    ThreadGone,

    /// <summary>A failure that passes: 5xx, or the network before the request was sent.</summary>
    Transient,

    /// <summary>It was not sent, or not again: a Critical waits, or the lane ends.</summary>
    Postponed,

    /// <summary>The request was sent and no answer came in time: nobody knows whether it counted.</summary>
    Unconfirmed,
}
