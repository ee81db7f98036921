namespace TypedWebhookAlerts.Hosting;

/// <summary>What may stand at a place of the section.</summary>
internal abstract record SectionNode
{
    /// <summary>One value.</summary>
    internal sealed record Value(ValueKind Kind) : SectionNode;

    /// <summary>Several values: a list, or one text with commas.</summary>
    internal sealed record List(ValueKind Kind) : SectionNode;

    /// <summary>Several texts that may hold commas: a list, or one text.</summary>
    internal sealed record Texts : SectionNode;

    /// <summary>Options that have names of ours.</summary>
    internal sealed record Group(IReadOnlyDictionary<string, SectionNode> Options) : SectionNode;

    /// <summary>Things that have names of the user's.</summary>
    internal sealed record Named(SectionNode Each) : SectionNode;

    /// <summary>Lists of routes by level.</summary>
    internal sealed record ByLevel : SectionNode;
}
