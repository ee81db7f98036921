namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>How Discord shows a piece of text.</summary>
[Flags]
internal enum Look
{
    Plain = 0,
    Italic = 1,
    Bold = 2,
    Underlined = 4,
    Struck = 8,
    Spoiler = 16,
    InlineCode = 32,
    CodeBlock = 64,
    Heading = 128,
    Subtext = 256,
    Quote = 512,
    ListItem = 1024,

    /// <summary>It can be clicked, and leads to an address.</summary>
    Link = 2048,

    /// <summary>It stands for something else: a mention, a moment, an emoji.</summary>
    Mark = 4096,

    /// <summary>It has the form of a link and is none: it is text as it was written, with marks and all.</summary>
    RefusedLink = 8192,
}
