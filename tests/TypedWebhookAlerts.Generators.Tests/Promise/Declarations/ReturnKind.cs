namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>What an alert answers, and how its caller makes "accepted?" of it: null where it does not tell.</summary>
/// <param name="Type">The type that it returns.</param>
/// <param name="Caller">The caller's body, with the call in its hole.</param>
internal sealed record ReturnKind(string Type, string Caller)
{
    public static readonly IReadOnlyList<ReturnKind> All =
    [
        new("void", "{0}; return null;"),
        new("bool", "return {0};"),
        new("AlertReceipt", "{0}.GetHashCode(); return null;"),
        new("AlertIncident", "{0}.GetHashCode(); return null;"),
    ];
}
