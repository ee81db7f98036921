namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>What of a declaration is as long as a limit.</summary>
internal enum LimitedPart
{
    Title,
    Footer,
    FieldName,
    Description,
    Fields,
}
