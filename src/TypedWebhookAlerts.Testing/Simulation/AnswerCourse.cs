namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>How an answer reaches the sender.</summary>
internal enum AnswerCourse
{
    /// <summary>At once.</summary>
    IsWhole,

    /// <summary>Status and headers at once, the body by and by.</summary>
    Drips,

    /// <summary>Status and headers at once, and a body that is never at its end.</summary>
    IsEndless,

    /// <summary>Not at all, and the connection stays open.</summary>
    Hangs,

    /// <summary>Not at all: the connection breaks.</summary>
    Breaks,
}
