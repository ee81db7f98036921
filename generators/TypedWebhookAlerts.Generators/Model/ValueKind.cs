namespace TypedWebhookAlerts.Generators.Model;

/// <summary>How a value travels from the call to the renderer.</summary>
internal enum ValueKind
{
    /// <summary>Not at all: the declaration is wrong.</summary>
    Unsupported,

    /// <summary>A string, copied.</summary>
    Text,

    /// <summary>A span of characters or of UTF-8 bytes, copied.</summary>
    Span,

    /// <summary>A value that formats itself to UTF-8, copied raw.</summary>
    Number,

    /// <summary>A truth value, copied raw.</summary>
    Bool,

    /// <summary>A character, copied raw.</summary>
    Char,

    /// <summary>An enum, copied as its underlying value and shown by a table of names.</summary>
    Enum,

    /// <summary>A Discord user's id, copied raw.</summary>
    UserId,

    /// <summary>An address, copied as text and shown as a link.</summary>
    Uri,

    /// <summary>Anything else: rendered to text at the call, for the renderer must not run user code.</summary>
    Rendered,

    /// <summary>The same where the static type writes itself into a span: a constrained call, which boxes nothing.
    /// </summary>
    SpanRendered,

    /// <summary>A collection without a text of its own: its items are rendered to one text at the call.</summary>
    List,

    /// <summary>An exception, handed over by reference.</summary>
    Exception,

    /// <summary>A secret: never read.</summary>
    Secret,
}
