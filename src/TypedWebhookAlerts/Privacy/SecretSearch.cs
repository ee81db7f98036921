namespace TypedWebhookAlerts.Privacy;

/// <summary>A text that is searched, and what is found in it. Makes nothing as long as nothing is found.</summary>
/// <param name="text">The text.</param>
/// <param name="from">Where what is redacted begins: what stands before is there to be understood.</param>
/// <param name="isCut">Whether the text's end is missing.</param>
/// <param name="excuses">What is shown all the same.</param>
internal ref struct SecretSearch(ReadOnlySpan<char> text, int from, bool isCut, Excuses excuses)
{
    private readonly Excuses _excuses = excuses;

    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>Where what is redacted begins.</summary>
    public int From { get; } = from;

    /// <summary>Whether the text's end is missing: what reaches it may be the begin of more.</summary>
    public bool IsCut { get; } = isCut;

    public readonly bool IsFoundAtEnd => Found?.Exists(EndsAtEnd(Text.Length)) ?? false;

    public List<FoundSecret>? Found { get; private set; }

    /// <summary>The search of the same text, written otherwise.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where what is redacted begins.</param>
    public readonly SecretSearch Of(ReadOnlySpan<char> text, int from) => new(text, from, IsCut, _excuses);

    /// <summary>Notes a secret, unless a mark of redaction stands in its place already, or it is excused.</summary>
    public void Add(int start, int end, string kind)
    {
        start = Redaction.EndOfMarkAround(Text, Math.Max(start, From));
        end = Redaction.EndOfMarkOver(Text, end);
        if (start < end && !Redaction.IsMark(Text[start..end]) && !_excuses.Excuse(kind, Text[start..end]))
        {
            (Found ??= []).Add(new FoundSecret(start, end, kind));
        }
    }

    /// <summary>Notes what was found in the text as it is written otherwise.</summary>
    /// <param name="found">That.</param>
    /// <param name="places">Where each character of it, and its end, stands in this text.</param>
    public void AddAll(List<FoundSecret>? found, ReadOnlySpan<int> places)
    {
        if (found is null)
        {
            return;
        }

        foreach (var (start, end, kind) in found)
        {
            Add(places[start], places[end], kind);
        }
    }

    private static Predicate<FoundSecret> EndsAtEnd(int end) => found => found.End == end;
}
