namespace TypedWebhookAlerts.Rendering;

/// <summary>What Discord reads in a text: it depends on where the text stands.</summary>
internal enum TextContext : byte
{
    /// <summary>All of its markdown: descriptions, field values, content.</summary>
    Markdown,

    /// <summary>Inline styles and no marks at a line's start: titles, field names.</summary>
    Inline,

    /// <summary>Nothing, not even an escape: footers.</summary>
    Plain,

    /// <summary>Nothing but the fence that ends it: code blocks.</summary>
    Code,
}
