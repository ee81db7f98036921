namespace TypedWebhookAlerts.Generators.Model;

/// <summary>What the generated part of an alert holds.</summary>
internal enum AlertBody
{
    /// <summary>Captures the arguments.</summary>
    Capture,

    /// <summary>Only throws: the declaration cannot be an alert, an analyzer says why, and a missing body would be a
    /// second error.</summary>
    Refuse,

    /// <summary>Nothing: the user wrote a body, so the generated part is the definition. Without it the compiler's
    /// complaint about a missing definition would hide the analyzer's about the body.</summary>
    Definition,
}
