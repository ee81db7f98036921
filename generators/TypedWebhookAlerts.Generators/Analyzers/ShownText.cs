using System.Globalization;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>
/// Counts a text of the developer's as the renderer writes it and as Discord counts it: in code points, without what
/// is trimmed at its edges, and with one code point for each hole, which is the least that a value can be.
/// </summary>
internal sealed class ShownText
{
    private readonly List<Piece> _pieces = [];

    private ShownText(string text, IEnumerable<TemplateHole> holes, bool hasBraces)
    {
        var next = new Queue<TemplateHole>(holes);
        for (var i = 0; i < text.Length; i += _pieces[_pieces.Count - 1].Length)
        {
            var isHole = next.Count > 0 && next.Peek().Start == i;
            _pieces.Add(isHole
                ? new Piece(i, next.Dequeue().Text.Length, IsHole: true, IsVisible: true, IsEdge: false)
                : Read(text, i, hasBraces));
        }

        Trim();
        Holes = _pieces.Count(piece => piece.IsHole);
    }

    /// <summary>The code points that are counted whatever the values are.</summary>
    public int CodePoints => _pieces.Count;

    /// <summary>How many of them stand for holes.</summary>
    public int Holes { get; }

    public static ShownText Of(string text, Template template) => new(text, template.Holes, hasBraces: true);

    /// <summary>Counts a text without holes, in which braces are only themselves.</summary>
    public static ShownText Of(string text) => new(text, [], hasBraces: false);

    /// <summary>Whether a reader sees nothing of a text. Where there is a hole, its braces are seen.</summary>
    public static bool IsBlank(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            if (IsVisibleAt(text, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where in the source text all that is beyond a limit stands.</summary>
    public (int Start, int Length) Beyond(int limit)
    {
        var last = _pieces[_pieces.Count - 1];
        return (_pieces[limit].Start, last.Start + last.Length - _pieces[limit].Start);
    }

    private static Piece Read(string text, int index, bool hasBraces)
    {
        var isPair = index + 1 < text.Length
            && (char.IsSurrogatePair(text, index)
                || (text[index] == '\r' && text[index + 1] == '\n')
                || (hasBraces && text[index] is '{' or '}'));
        return new Piece(
            index, isPair ? 2 : 1, IsHole: false, IsVisibleAt(text, index), IsEdgeAt(text[index]));
    }

    // What is not seen at the start, and white space at the end, belong to no part.
    private void Trim()
    {
        var end = _pieces.FindLastIndex(piece => !piece.IsEdge) + 1;
        _pieces.RemoveRange(end, _pieces.Count - end);
        var start = _pieces.FindIndex(piece => piece.IsVisible);
        _pieces.RemoveRange(0, start < 0 ? _pieces.Count : start);
    }

    // As the renderer's Legible: control characters are shown by substitutes.
    private static bool IsVisibleAt(string text, int index)
        => text[index] switch
        {
            '\t' or '\n' or '\r' or ' ' or '\u2028' or '\u2029' => false,
            < '\u00A0' => true,
            _ => CharUnicodeInfo.GetUnicodeCategory(text, index)
                    is not (UnicodeCategory.Format or UnicodeCategory.SpaceSeparator)
                && !IsDrawnAsNothing(
                    char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index) : text[index]),
        };

    private static bool IsDrawnAsNothing(int value) => value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8)
        or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsEdgeAt(char character)
        => character switch
        {
            '\t' or '\n' or '\r' or '\uFEFF' => true,
            _ => char.IsWhiteSpace(character) && !char.IsControl(character),
        };

    /// <summary>A hole, or what is one code point.</summary>
    private readonly record struct Piece(int Start, int Length, bool IsHole, bool IsVisible, bool IsEdge);
}
