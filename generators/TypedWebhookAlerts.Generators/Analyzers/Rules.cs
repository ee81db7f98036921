using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>Every rule of the library. Each has a page in docs/rules and an analyzer of its own.</summary>
internal static class Rules
{
    private const string Category = "TypedWebhookAlerts";
    private const string Pages = "https://github.com/TypedWebhookAlerts/TypedWebhookAlerts/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor MalformedTemplate = Error(
        "TWA1001",
        "A template's braces must be in order",
        "The {0} is malformed: {1}");

    public static readonly DiagnosticDescriptor UnknownHole = Error(
        "TWA1002",
        "A hole must name a parameter",
        "'{0}' has no parameter '{1}'{2}");

    public static readonly DiagnosticDescriptor ReturnType = Error(
        "TWA1003",
        "An alert returns void, bool, AlertReceipt or AlertIncident",
        "'{0}' returns '{1}'; an alert returns void, bool, AlertReceipt or AlertIncident");

    public static readonly DiagnosticDescriptor UnsupportedValue = Error(
        "TWA1004",
        "An alert's values must outlive the call",
        "'{0}' cannot be captured: {1}");

    public static readonly DiagnosticDescriptor UnknownMember = Error(
        "TWA1005",
        "A dotted hole must name properties or fields",
        "'{0}' has no readable property or field '{1}' here{2}");

    public static readonly DiagnosticDescriptor WrittenBody = Error(
        "TWA1006",
        "An alert is a partial method without a body",
        "The body of '{0}' is generated: declare it partial and without a body");

    public static readonly DiagnosticDescriptor UnsupportedPlace = Error(
        "TWA1007",
        "An alert must be declared where a partial method may stand",
        "An alert cannot be {0}; declare it as a partial method of a partial type");

    public static readonly DiagnosticDescriptor UserIdType = Error(
        "TWA1008",
        "A user's id is a ulong or a long",
        "'{0}' is marked [UserId] but is a '{1}'; Discord's ids are ulong or long");

    public static readonly DiagnosticDescriptor NothingToShow = Error(
        "TWA1009",
        "An alert must show something",
        "'{0}' shows nothing: {1}");

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(
            id,
            title,
            message,
            Category,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: $"{Pages}{id}.md");
}
