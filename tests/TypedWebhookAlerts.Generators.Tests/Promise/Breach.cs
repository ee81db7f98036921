namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>How the promise can be broken.</summary>
internal enum Breach
{
    /// <summary>A declaration that no rule refuses does not compile.</summary>
    DoesNotCompile,

    /// <summary>A call threw.</summary>
    CallThrew,

    /// <summary>Discord answered 400 or worse.</summary>
    RefusedByDiscord,

    /// <summary>An accepted alert was neither delivered nor coalesced, or the ledger does not add up.</summary>
    LostOnTheWay,

    /// <summary>An argument got a meaning: a format, a link, a mention.</summary>
    ArgumentIsLive,

    /// <summary>A code block goes on over its end.</summary>
    CodeIsLeftOpen,

    /// <summary>A literal within its limit is not shown as it is, or one beyond it is not cut at the limit.</summary>
    LiteralIsNotWhole,

    /// <summary>A message may ping.</summary>
    MayPing,
}
