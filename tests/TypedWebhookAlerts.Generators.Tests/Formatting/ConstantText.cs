using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhookAlerts.Generators.Tests.Formatting;

/// <summary>The ways in which C# says one constant text.</summary>
internal static partial class ConstantText
{
    public static Gen<Func<string, string>> Styles { get; } = Gen.OneOf(
        Gen.Const<Func<string, string>>(Plain),
        Gen.Const<Func<string, string>>(Verbatim),
        Gen.Const<Func<string, string>>(Raw),
        Gen.Int[0, 40].Select<int, Func<string, string>>(at => text => Concatenated(text, at)),
        Gen.Int[0, 40].Select<int, Func<string, string>>(at => text => Interpolated(text, at)));

    private static string Plain(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Verbatim(string text) => $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Raw(string text)
    {
        // The line break before the closing quotes would take a last carriage return with it.
        if (text.EndsWith('\r'))
        {
            return Verbatim(text);
        }

        var longest = Quotes().Matches(text).Select(run => run.Length).DefaultIfEmpty().Max();
        var quotes = new string('"', Math.Max(3, longest + 1));
        return $"{quotes}\n{text}\n{quotes}";
    }

    private static string Concatenated(string text, int at)
    {
        var split = Math.Min(at, text.Length);
        return $"({Plain(text[..split])} + Nothing + {Verbatim(text[split..])})";
    }

    private static string Interpolated(string text, int at)
    {
        var split = Math.Min(at, text.Length);
        return $"$\"{{Nothing}}{{{Plain(text[..split])}}}{{{Plain(text[split..])}}}\"";
    }

    [GeneratedRegex("\"+")]
    private static partial Regex Quotes();
}
