using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>
/// Maps each character of a string literal's value to where it stands in the token's text, so that an error points
/// at the hole and not at the literal.
/// </summary>
internal static class LiteralMap
{
    /// <summary>Maps a literal.</summary>
    /// <returns>An offset for each character and one for the end, or null where it is not understood.</returns>
    public static int[]? Of(SyntaxToken token)
    {
        var text = token.Text;
        var offsets = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith("@", StringComparison.Ordinal) => Verbatim(text),
            SyntaxKind.StringLiteralToken => Regular(text),
            SyntaxKind.SingleLineRawStringLiteralToken => Raw(text),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(text),
            _ => null,
        };

        // Whatever was misread must not point at a wrong place.
        return offsets is not null && offsets.Count == token.ValueText.Length + 1 ? [.. offsets] : null;
    }

    private static List<int> Verbatim(string text)
    {
        var offsets = new List<int>();
        var position = 2;
        for (; position < text.Length - 1; position += text[position] == '"' ? 2 : 1)
        {
            offsets.Add(position);
        }

        offsets.Add(position);
        return offsets;
    }

    private static List<int> Regular(string text)
    {
        var offsets = new List<int>();
        var position = 1;
        while (position < text.Length - 1)
        {
            offsets.Add(position);
            if (text[position] == '\\' && text[position + 1] == 'U' && IsPair(text, position))
            {
                offsets.Add(position);
            }

            position += text[position] == '\\' ? EscapeLength(text, position) : 1;
        }

        offsets.Add(position);
        return offsets;
    }

    // An escape of eight digits beyond the first plane is two characters of the value.
    private static bool IsPair(string text, int position)
        => int.TryParse(
            text.Substring(position + 2, Math.Min(8, text.Length - position - 2)),
            System.Globalization.NumberStyles.HexNumber,
            System.Globalization.CultureInfo.InvariantCulture,
            out var rune) && rune > char.MaxValue;

    private static int EscapeLength(string text, int position)
        => text[position + 1] switch
        {
            'u' => 6,
            'U' => 10,
            'x' => 2 + text.Skip(position + 2).Take(4).TakeWhile(IsHexDigit).Count(),
            _ => 2,
        };

    private static bool IsHexDigit(char character)
        => character is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';

    private static List<int> Raw(string text)
    {
        var quotes = text.TakeWhile(character => character == '"').Count();
        return [.. Enumerable.Range(quotes, text.Length - (2 * quotes) + 1)];
    }

    // The closing line's white space is taken off each line; the first and last line breaks are no part of the value.
    private static List<int> RawLines(string text)
    {
        var offsets = new List<int>();
        var lastBreak = text.LastIndexOf('\n');
        var indentation = text.Length - lastBreak - 1 - text.Skip(lastBreak + 1).SkipWhile(char.IsWhiteSpace).Count();
        var end = lastBreak > 0 && text[lastBreak - 1] == '\r' ? lastBreak - 1 : lastBreak;
        var position = text.IndexOf('\n') + 1;
        while (position < end)
        {
            var lineBreak = text.IndexOf('\n', position);
            position += Math.Min(indentation, text.Skip(position).TakeWhile(c => c is ' ' or '\t').Count());
            for (; position < end && position <= lineBreak; position++)
            {
                offsets.Add(position);
            }
        }

        offsets.Add(end);
        return offsets;
    }
}
