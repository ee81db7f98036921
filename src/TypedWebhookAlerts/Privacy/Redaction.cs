using System.Buffers;
using System.Text;

namespace TypedWebhookAlerts.Privacy;

/// <summary>The marks that stand for what was taken out.</summary>
internal static class Redaction
{
    private const string Opening = "[redacted:";

    /// <summary>No kind has a longer name; the validator sees to it.</summary>
    private const int LongestKind = 40;

    private static readonly SearchValues<char> s_kindCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>What is shown when a text could not be searched.</summary>
    public const string Withheld = "[redacted:unreadable]";

    /// <summary>What stands for a secret.</summary>
    public static string Mark(string kind) => $"{Opening}{kind}]";

    /// <summary>Whether a text is a mark and nothing else.</summary>
    public static bool IsMark(ReadOnlySpan<char> text)
        => MarkLength(text) is var length and > 0 && length == text.Length;

    /// <summary>The length of the mark that a text begins with; 0 if it begins with none. Anybody can write what only
    /// begins like one: what follows it is searched.</summary>
    public static int MarkLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Opening))
        {
            return 0;
        }

        var kind = text.Slice(Opening.Length, Math.Min(text.Length - Opening.Length, LongestKind + 1));
        var length = kind.IndexOfAnyExcept(s_kindCharacters);
        return length > 0 && kind[length] == ']' ? Opening.Length + length + 1 : 0;
    }

    /// <summary>Where the mark ends within whose opening a place is; the place itself if it is in none.</summary>
    public static int EndOfMarkAround(ReadOnlySpan<char> text, int at)
    {
        var begin = at - Opening.Length;
        var length = begin >= 0 && text[..at].EndsWith(Opening) ? MarkLength(text[begin..]) : 0;
        return length > 0 ? begin + length : at;
    }

    /// <summary>Where the mark ends within which a place is; the place itself if it is in none.</summary>
    public static int EndOfMarkOver(ReadOnlySpan<char> text, int at)
    {
        var from = Math.Max(0, at - Opening.Length - LongestKind);
        var begin = from + text[from..at].LastIndexOf(Opening);
        return begin < from ? at : Math.Max(at, begin + MarkLength(text[begin..]));
    }

    /// <summary>Writes a text with a mark in the place of each secret. Secrets that overlap are one, of the kind of the
    /// one that begins first and reaches farthest; of two that do so alike, of the one that was found first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">The secrets, as they were found.</param>
    /// <param name="from">Where the text begins that is shown.</param>
    public static string Apply(ReadOnlySpan<char> text, List<FoundSecret> found, int from)
    {
        // It keeps the order of those that are alike, as List.Sort does not.
        found = [.. found.OrderBy(secret => secret.Start).ThenByDescending(secret => secret.End)];
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < found.Count;)
        {
            var (start, end, kind) = found[i];
            for (i++; i < found.Count && found[i].Start < end; i++)
            {
                end = Math.Max(end, found[i].End);
            }

            shown.Append(text[from..start]).Append(Opening).Append(kind).Append(']');
            from = end;
        }

        return shown.Append(text[from..]).ToString();
    }
}
