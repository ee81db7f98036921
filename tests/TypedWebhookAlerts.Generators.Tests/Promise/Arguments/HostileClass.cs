namespace TypedWebhookAlerts.Generators.Tests.Promise.Arguments;

/// <summary>What makes an argument hostile. The histogram counts by it.</summary>
internal enum HostileClass
{
    Null,
    Empty,
    OnlyWhiteSpace,
    BeyondTheBmp,
    LoneSurrogate,
    Endless,
    Markdown,
    Fence,
    Mention,
    Url,
    BidiOrInvisible,
    Control,
    JsonSyntax,
}
