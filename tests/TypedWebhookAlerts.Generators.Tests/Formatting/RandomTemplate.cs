using System.Globalization;
using System.Text;
using CsCheck;

namespace TypedWebhookAlerts.Generators.Tests.Formatting;

/// <summary>A template in our words and in those of string.Format.</summary>
internal sealed class RandomTemplate
{
    private static readonly string[] s_fragments =
    [
        "a", " ", "\"", "\"\"\"", "\\", "\\n", "\n", "\r", "\r\n", "\t", "{{", "}}", "🚨", "\uD83D", "\uDEA8", "\u202E",
        "\u2066", "\u200F", "\u200B", "\uFEFF", "\u0085", "\u2028", "\u2029", "ß", "\0", "\a", "\uFFFE", "\uFFFF", "'",
        "$", "@\"", "/*", "*/", "//", "#if", "u8", "<b>", "&amp;", "**", "`",
    ];

    private static readonly Gen<TemplatePart> s_words = Gen.OneOfConst(s_fragments)
        .Array[1, 8]
        .Select(words => new TemplatePart(string.Concat(words), string.Concat(words), -1));

    private readonly IReadOnlyList<TemplatePart> _parts;

    private RandomTemplate(IReadOnlyList<TemplatePart> parts, string constant)
    {
        _parts = parts;
        Constant = constant;
    }

    /// <summary>The template as a constant expression of C#.</summary>
    public string Constant { get; }

    public IEnumerable<int> Slots => _parts.Where(part => part.Slot >= 0).Select(part => part.Slot);

    public static Gen<RandomTemplate> Of(IReadOnlyList<string> names, IReadOnlyList<FormattedType> types)
    {
        var part = Gen.OneOf(s_words, Hole(names, types), Hole(names, types));
        return Gen.Select(part.Array[1, 6], ConstantText.Styles, (parts, style) =>
        {
            var merged = Merge(parts);
            return new RandomTemplate(merged, style(string.Concat(merged.Select(piece => piece.Ours))));
        });
    }

    /// <summary>What string.Format makes of it.</summary>
    /// <remarks>Words are sent part by part as UTF-8, which holds no half of a surrogate pair: each half is U+FFFD,
    /// even where an argument brings the other.</remarks>
    public string Expect(object?[] values)
        => Utf8(string.Concat(_parts.Select(part =>
        {
            var text = string.Format(CultureInfo.InvariantCulture, part.Theirs, values);
            return part.Slot < 0 ? Utf8(text) : text;
        })));

    public static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    public override string ToString() => Constant;

    private static Gen<TemplatePart> Hole(IReadOnlyList<string> names, IReadOnlyList<FormattedType> types)
    {
        var alignments = Gen.OneOf(Gen.Const(0), Gen.Int[-14, 14], Gen.OneOfConst(-300, 300));
        return Gen.Select(Gen.Int[0, names.Count - 1], alignments, Gen.Int[0, 15], Gen.Bool, Write);

        TemplatePart Write(int slot, int alignment, int format, bool isWide)
        {
            var formats = types[slot].Formats;
            var chosen = formats[format % formats.Length];
            var space = isWide ? " " : "";
            var rest = space
                + (alignment == 0 ? "" : $",{space}{alignment}{space}")
                + (chosen.Length == 0 ? "" : ":" + chosen);
            return new TemplatePart($"{{{names[slot]}{rest}}}", $"{{{slot}{rest}}}", slot);
        }
    }

    private static List<TemplatePart> Merge(TemplatePart[] parts)
    {
        var merged = new List<TemplatePart>();
        foreach (var part in parts)
        {
            if (part.Slot < 0 && merged is [.., { Slot: < 0 } last])
            {
                merged[^1] = new TemplatePart(last.Ours + part.Ours, last.Theirs + part.Theirs, -1);
            }
            else
            {
                merged.Add(part);
            }
        }

        return merged;
    }
}
