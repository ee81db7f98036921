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
        "'{0}' {1}");

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

    public static readonly DiagnosticDescriptor TextTooLong = Error(
        "TWA1010",
        "A part's own words must fit what Discord shows of it",
        "The {0}'s own words are {1} code points{2}; Discord shows at most {3}");

    public static readonly DiagnosticDescriptor AlertTooLong = Error(
        "TWA1011",
        "An alert's own words must fit one embed",
        "'{0}' shows {1} code points whatever its values are; Discord takes at most {2} in one embed");

    public static readonly DiagnosticDescriptor TooManyFields = Error(
        "TWA1012",
        "An embed holds 25 fields",
        "'{0}' has {1} fields; Discord shows at most {2} of an embed: name the others in a template");

    public static readonly DiagnosticDescriptor RefusedFormat = Error(
        "TWA1013",
        "A format must be one that its value takes",
        "'{0}' cannot be shown by the format '{1}': {2}");

    public static readonly DiagnosticDescriptor TimestampStyle = Error(
        "TWA1014",
        "A Discord timestamp needs a moment and a style that Discord knows",
        "'{0}' cannot be shown as the timestamp '{1}': {2}");

    public static readonly DiagnosticDescriptor HoleTooWide = Error(
        "TWA1015",
        "A hole must fit the part that it stands in",
        "'{0}' asks for {1} of {2}; Discord shows at most {3} code points of a {4}");

    public static readonly DiagnosticDescriptor SettingOutOfRange = Error(
        "TWA1016",
        "A setting must be within its range",
        "{0} is {1}; {2}");

    public static readonly DiagnosticDescriptor SecretKey = Error(
        "TWA1017",
        "A secret can be no key",
        "'{0}' is never captured and cannot tell alerts apart: mark another parameter [AlertKey]");

    public static readonly DiagnosticDescriptor NoEffect = Warning(
        "TWA1018",
        "What is declared should have an effect",
        "{0} has no effect: {1}");

    public static readonly DiagnosticDescriptor SameEventId = Warning(
        "TWA1019",
        "Alerts of one type should have event ids of their own",
        "'{0}' has the event id {1} of '{2}': logs and configuration cannot tell them apart");

    public static readonly DiagnosticDescriptor OutOfReach = Warning(
        "TWA1020",
        "A classification must be in reach of generated code",
        "'{0}' cannot be repeated outside of the type that it stands in: no redactor is asked, and what it classifies "
            + "is shown as [secret]");

    public static readonly DiagnosticDescriptor UnmarkedSecret = Warning(
        "TWA1021",
        "What is named as a secret should be marked as one",
        "'{0}' is named as a secret and would be shown as it is: {1}");

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message)
        => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
}
