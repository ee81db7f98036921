namespace TypedWebhookAlerts.Privacy;

/// <summary>Where a key's value stands.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="IsClosed">Whether a quote or a tag ends it.</param>
/// <param name="IsListed">Whether it is one of a list, as connection strings are.</param>
internal readonly record struct ValueSpan(int Start, int End, bool IsClosed, bool IsListed)
{
    /// <summary>No quoted value that is longer is a password; a key in base64 may be.</summary>
    private const int LongestPlain = 4096;

    /// <summary>Reads a value.</summary>
    /// <param name="search">The text.</param>
    /// <param name="key">Where the key begins.</param>
    /// <param name="start">Where the value does, behind its quote.</param>
    /// <param name="closing">What closes it; empty if nothing does.</param>
    /// <param name="values">Finds the ends.</param>
    public static ValueSpan Of(
        in SecretSearch search, int key, int start, ReadOnlySpan<char> closing, ref ValueReach values)
    {
        var text = search.Text;
        var end = closing.Length > 0 ? values.Next(text, start, closing) : -1;
        if (end < 0 || end - start > LongestPlain)
        {
            end = PlainValue.EndOf(text, key, start, search.IsCut, ref values, out var isListed);
            return new ValueSpan(start, end, IsClosed: false, isListed);
        }

        if (closing is "<" or "&lt;" or @"\u003C")
        {
            // A tag may stand in a line of its own.
            start = Math.Min(end, ValueLists.SkipBlank(text, start));
            end = start + text[start..end].TrimEnd().Length;
        }

        return new ValueSpan(start, end, IsClosed: true, IsListed: false);
    }

    /// <summary>The value; of one without an end the begin, which tells what it is: keys without end would else be read
    /// to the end of the text for each of them.</summary>
    public ReadOnlySpan<char> BeginIn(ReadOnlySpan<char> text)
        => text[Start..Math.Min(End, Start + PlainValue.Longest)];

    /// <summary>Whether the end of the value is missing with that of the text.</summary>
    public bool IsOpen(in SecretSearch search, ReadOnlySpan<char> opening, KeyUse use)
        => search.IsCut
            && (End == search.Text.Length
                || opening.Length > 0
                || (IsListed && search.Text[End..].IndexOfAny(";\r\n") < 0)
                || (use.ClosingText.Length > 0 && IsWordBehindTag(search.Text)));

    private bool IsWordBehindTag(ReadOnlySpan<char> text)
    {
        var word = ValueLists.SkipBlank(text, Start);
        return word > Start && text.Length - word < LongestPlain && !text[word..].ContainsAny(" \r\n");
    }
}
