using System.Text;
using CsCheck;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>A developer's text with holes, and what stands in them. Odd pieces are arguments.</summary>
/// <param name="Pieces">A literal, an argument, a literal, and so on.</param>
internal sealed record Template(string[] Pieces)
{
    private static readonly string[] s_words = ["", "", "A", "A ", ": ", " in ", "\n", "B", ".", ", "];

    // What a developer may do: whole forms around a hole, and halves of them.
    private static readonly string[] s_forms =
    [
        "**", "**", "*", "_", "__", "~~", "||", "`", "``", "```\n", "```cs\n", "```", "\n```", "[", "](https://dash.example/x) ",
        "](", "]", "(", ")", " https://dash.example/x ", "<", ">", "@", "http", " http:", "- ", "# ", "## ", "> ", ">>> ",
        "1. ", "1", "-# ", "\n- ", "\n# ", "\n> ", "\n-# ", "\n1. ", "\\", " ", ":", "|", "~", "#", "-", "+", "1.", "\\*", "...",
        "<t:", "<@", "(https://dash.example/x) ", "_x", " _", "* ", "C#",
    ];

    private static readonly (string Before, string After)[] s_pairs =
    [
        ("**", "**"), ("*", "*"), ("_", "_"), ("__", "__"), ("~~", "~~"), ("||", "||"), ("`", "`"), ("``", "``"),
        ("```\n", "\n```"), ("```cs\n", "```"), ("[", "](https://dash.example/x) "), ("[see ", " now](<https://dash.example/x>) "),
        ("# ", ""), ("-# ", ""), ("> ", ""), (">>> ", ""), ("- ", "\n- "), ("1. ", "\n2. "), ("**`", "`**"), ("||`", "`||"),
        ("- **", "**: "), ("> _", "_\n"), ("[", "] "), ("(", ")"), ("\"", "\""), ("<", ">"), ("[**", "**](https://dash.example/x) "),
        ("||```\n", "\n```||"), ("__**", "**__"), ("`", "` "), ("\n**", ":** "),
    ];

    private static readonly Gen<string> s_literal = Gen.Frequency(
        (3, Gen.OneOfConst(s_words)), (2, Gen.OneOfConst(s_forms)),
        (1, Gen.OneOfConst(s_forms).Array[2, 3].Select(string.Concat)));

    /// <summary>Holes inside whole forms.</summary>
    public static readonly Gen<Template> WellFormed = Gen.Select(
        Gen.OneOfConst(s_pairs), HostileValue.Any, Gen.OneOfConst(s_words)).Array[1, 3].Select(
            holes => new Template(
                [.. holes.SelectMany(h => new[] { h.Item1.Before, h.Item2, h.Item1.After + h.Item3, "" }), "."]));

    /// <summary>Whatever a developer wrote, whatever stands in the holes.</summary>
    public static readonly Gen<Template> Any = Gen.OneOf(
        WellFormed,
        Gen.Select(s_literal, HostileValue.Any).Array[1, 4].Select(
            s_literal, (pairs, end) => new Template([.. pairs.SelectMany(p => new[] { p.Item1, p.Item2 }), end])));

    /// <summary>Also halves of forms where the run is long: they are looked through for what is not known yet.</summary>
    public static Gen<Template> ForThisRun => LongRun.Seconds > 0 ? Any : WellFormed;

    /// <summary>Words alone, so that nothing of it has a meaning.</summary>
    public static readonly Gen<Template> Plain = Gen.Select(Gen.OneOfConst(s_words), HostileValue.Any).Array[1, 4].Select(
        pairs => new Template([.. pairs.SelectMany(p => new[] { p.Item1, p.Item2 }), ""]));

    /// <summary>The arguments that are only text, one after another: without those that fill the place that a
    /// developer's mark has for a number.</summary>
    public IEnumerable<string> Arguments => Pieces.Where((_, i) => i % 2 == 1 && !FillsMark(i));

    /// <summary>The same with arguments that mean nothing.</summary>
    public Template Skeleton
        => new([.. Pieces.Select((piece, i) =>
            i % 2 == 0 || FillsMark(i) ? piece : Inertness.Skeleton.Of(Seen.Of(piece)))]);

    /// <summary>The same with other arguments.</summary>
    public Template With(Func<string, string> argument)
        => new([.. Pieces.Select((piece, i) => i % 2 == 1 ? argument(piece) : piece)]);

    /// <summary>Says it into the part that is open.</summary>
    public void SpeakTo(AlertFormatter alert)
    {
        for (var i = 0; i < Pieces.Length; i++)
        {
            if (i % 2 == 1)
            {
                alert.Text(Pieces[i]);
            }
            else
            {
                alert.Literal(Encoding.UTF8.GetBytes(Pieces[i]));
            }
        }
    }

    // "<@" and a number is what its developer wrote it for.
    private bool FillsMark(int i)
        => i > 0 && Pieces[i].All(character => char.IsAsciiDigit(character) || character == '-')
            && (Pieces[i - 1].EndsWith("<@", StringComparison.Ordinal)
                || Pieces[i - 1].EndsWith("<t:", StringComparison.Ordinal)
                || (Pieces[i - 1].Length == 0 && i > 2 && FillsMark(i - 2)));

    public override string ToString()
        => string.Join(' ', Pieces.Select((piece, i) => i % 2 == 1 ? $"<<{piece}>>" : $"\"{piece}\""));
}
