namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Finds words, in small letters or capitals, many at once. Every second place of a text is looked at: a table says
/// which words have the three characters there at their begin or around it. With so many words, what the runtime has
/// for this stops at too many places of ordinary text.
/// </summary>
internal sealed class WordSearch
{
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;

    /// <summary>By three characters, which list has the words that they may be of; the first list is empty.</summary>
    private readonly byte[] _listOf = new byte[1 << (3 * Bits)];

    /// <summary>Words, and how far from the three characters they begin.</summary>
    private readonly (int Offset, string Word)[][] _lists;

    /// <param name="words">The words, of at least three characters.</param>
    public WordSearch(params IEnumerable<string> words)
    {
        var lists = words.SelectMany(Places)
            .GroupBy(place => place.Index, place => (place.Offset, place.Word))
            .Select(place => (Index: place.Key, List: place.Distinct().Order().ToArray()))
            .GroupBy(place => string.Join(' ', place.List))
            .ToList();
        _lists = [[], .. lists.Select(list => list.First().List)];
        for (var number = 0; number < lists.Count; number++)
        {
            foreach (var (index, _) in lists[number])
            {
                _listOf[index] = checked((byte)(number + 1));
            }
        }
    }

    /// <summary>Where the next word begins; -1 if there is none.</summary>
    public int IndexIn(ReadOnlySpan<char> text, int start)
    {
        var listOf = _listOf;
        var rest = text[start..];
        for (var at = 0; at < rest.Length - 2; at += 2)
        {
            var list = listOf[Index(rest[at], rest[at + 1], rest[at + 2])];
            if (list != 0 && WordAt(rest, at, _lists[list]) is var word and >= 0)
            {
                return start + word;
            }
        }

        return -1;
    }

    private static int WordAt(ReadOnlySpan<char> text, int at, (int Offset, string Word)[] list)
    {
        foreach (var (offset, word) in list)
        {
            if (at + offset >= 0 && text[(at + offset)..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return at + offset;
            }
        }

        return -1;
    }

    /// <summary>What is looked up at a word, wherever it begins: at a place that is looked at or at one that is not.
    /// </summary>
    private static IEnumerable<(int Index, int Offset, string Word)> Places(string word)
    {
        yield return (Index(word[0], word[1], word[2]), 0, word);
        if (word.Length > 3)
        {
            yield return (Index(word[1], word[2], word[3]), -1, word);
            yield break;
        }

        for (var any = '\0'; any <= Mask; any++)
        {
            yield return (Index(any, word[0], word[1]), 1, word);
        }
    }

    /// <summary>Small letters and capitals have the same; other characters may share it with one.</summary>
    private static int Index(char first, char second, char third)
        => ((first & Mask) << (2 * Bits)) | ((second & Mask) << Bits) | (third & Mask);
}
