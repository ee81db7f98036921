using System.Buffers;
using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Finds secrets in what a text looks like: without the marks that nobody sees, and with Latin letters in the place of
/// wide ones and of those of other scripts that look alike. Most texts look as they are, which is quickly seen.
/// </summary>
internal static class Disguise
{
    private const char Unseen = '\0';

    /// <summary>So many backslashes has what was escaped twice.</summary>
    private const int MostSlashes = 3;

    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int FromWide = 0xFEE0;

    /// <summary>What draws nothing, from the soft hyphen to the marks of annotations.</summary>
    private static readonly (char First, char Last)[] s_unseen =
    [
        ('\u00AD', '\u00AD'), ('\u034F', '\u034F'), ('\u061C', '\u061C'), ('\u115F', '\u1160'), ('\u17B4', '\u17B5'),
        ('\u180B', '\u180F'), ('\u200B', '\u200F'), ('\u202A', '\u202E'), ('\u2060', '\u206F'), ('\u3164', '\u3164'),
        ('\uFE00', '\uFE0F'), ('\uFEFF', '\uFEFF'), ('\uFFA0', '\uFFA0'), ('\uFFF0', '\uFFFB'),
    ];

    /// <summary>Cyrillic and Greek letters, and below each the one that it looks like.</summary>
    private const string Lookalikes = "аеорсхуѕіјһԁԛԝкАВЕКМНОРСТХУЅІЈԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρτυκ";
    private const string Looks = "aeopcxysijhdqwkABEKMHOPCTXYSIJGABEZHIKMNOPTYXoaivptuk";

    private static readonly SearchValues<char> s_disguises = SearchValues.Create(
        [.. s_unseen.Append((FirstWide, LastWide)).SelectMany(range => All(range.Item1, range.Item2)), .. Lookalikes]);

    public static void Find(ref SecretSearch search)
    {
        if (!IsIn(search.Text))
        {
            return;
        }

        using var seen = new RewrittenText(search);
        Write(search.Text, seen);
        var inside = seen.Search(search);
        KeySearch.Find(ref inside);
        TokenSearch.Find(ref inside);
        seen.AddTo(ref search, inside.Found);
    }

    private static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; !Ascii.IsValid(text[at..]) && text[at..].IndexOfAny(s_disguises) is var next and >= 0; at++)
        {
            at += next;
            if (!Lookalikes.Contains(text[at], StringComparison.Ordinal) || IsAmongLatin(text, at))
            {
                return true;
            }
        }

        for (var at = 0; text[at..].IndexOf('\\') is var next and >= 0;)
        {
            at += next;
            if (Escaped(text, at, out var length) is not null)
            {
                return true;
            }

            at += length;
        }

        return false;
    }

    // A Russian word has such letters, and no others.
    private static bool IsAmongLatin(ReadOnlySpan<char> text, int at)
        => (at > 0 && char.IsAsciiLetter(text[at - 1])) || (at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]));

    private static void Write(ReadOnlySpan<char> text, RewrittenText seen)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Escaped(text, at, out var length) is { } hidden)
            {
                Write(hidden, at, seen);
                at += length;
                continue;
            }

            for (var end = at + length; at < end; at++)
            {
                Write(text[at], at, seen);
            }
        }
    }

    private static void Write(char character, int place, RewrittenText seen)
    {
        if (Look(character) is var look and not Unseen)
        {
            seen.Append(look, place);
        }
    }

    /// <summary>A character that is written as JSON escapes it, if it disguises something.</summary>
    private static char? Escaped(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        if (text[at] != '\\')
        {
            return null;
        }

        var slashes = text[at..].IndexOfAnyExcept('\\');
        length = slashes < 0 ? text.Length - at : slashes;
        var code = text[(at + length)..];
        if (length > MostSlashes || code.Length < 5 || code[0] != 'u'
            || !ushort.TryParse(code[1..5], NumberStyles.AllowHexSpecifier, null, out var character)
            || !s_disguises.Contains((char)character))
        {
            return null;
        }

        length += 5;
        return (char)character;
    }

    private static char Look(char character)
    {
        if (character < '\u00A0' || !s_disguises.Contains(character))
        {
            return character;
        }

        var alike = Lookalikes.IndexOf(character, StringComparison.Ordinal);
        return alike >= 0 ? Looks[alike]
            : character is >= FirstWide and <= LastWide ? (char)(character - FromWide)
            : Unseen;
    }

    private static IEnumerable<char> All(char first, char last)
        => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
