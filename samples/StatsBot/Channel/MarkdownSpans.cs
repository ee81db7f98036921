using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace StatsBot.Channel;

/// <summary>Reads inline styles: bold, italics, underline, strike-through, code, links, mentions, moments.</summary>
internal static partial class MarkdownSpans
{
    private static readonly Style s_code = new(Color.Grey85, Color.Grey23);
    private static readonly Style s_link = new(Color.SteelBlue1, decoration: Decoration.Underline);
    private static readonly Style s_mention = new(Color.MediumPurple1);

    private static readonly (string Mark, Decoration Decoration)[] s_marks =
    [
        ("**", Decoration.Bold),
        ("__", Decoration.Underline),
        ("~~", Decoration.Strikethrough),
        ("*", Decoration.Italic),
        ("_", Decoration.Italic),
    ];

    /// <summary>Splits text into pieces of one style each.</summary>
    public static IEnumerable<(string Text, Style Style)> Read(string text, Style style)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (ReadMark(text, at, style) is not { } mark)
            {
                plain.Append(text[at++]);
                continue;
            }

            if (plain.Length > 0)
            {
                yield return (plain.ToString(), style);
                plain.Clear();
            }

            foreach (var span in mark.Spans)
            {
                yield return span;
            }

            at += mark.Length;
        }

        if (plain.Length > 0)
        {
            yield return (plain.ToString(), style);
        }
    }

    private static (int Length, IEnumerable<(string Text, Style Style)> Spans)? ReadMark(string text, int at, Style style)
        => text[at] switch
        {
            '\\' when at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]) == false
                => (2, [(text[at + 1].ToString(), style)]),
            '`' when Code().Match(text, at) is { Success: true } code
                => (code.Length, [(code.Groups["code"].Value, s_code)]),
            '[' when Link().Match(text, at) is { Success: true } link
                => (link.Length, [(link.Groups["text"].Value, s_link)]),
            '<' when Moment().Match(text, at) is { Success: true } moment
                => (moment.Length, [(Show(moment), style)]),
            '<' when Mention().Match(text, at) is { Success: true } mention
                => (mention.Length, [(mention.Groups["kind"].Value[..1] + mention.Groups["id"].Value, s_mention)]),
            '<' when Address().Match(text, at) is { Success: true } address
                => (address.Length, [(address.Groups["address"].Value, s_link)]),
            '*' or '_' or '~' => ReadDecoration(text, at, style),
            _ => null,
        };

    private static (int Length, IEnumerable<(string Text, Style Style)> Spans)? ReadDecoration(
        string text, int at, Style style)
    {
        foreach (var (mark, decoration) in s_marks)
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0
                && End(text, at + mark.Length, mark) is var end and > 0)
            {
                var inner = text[(at + mark.Length)..end];
                return (end + mark.Length - at, Read(inner, style.Combine(new Style(decoration: decoration))));
            }
        }

        return null;
    }

    // Where a mark's partner begins: not an escaped one, and not at once.
    private static int End(string text, int start, string mark)
    {
        for (var at = start; at + mark.Length <= text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (at > start && string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static string Show(Match moment)
        => DiscordTimestamp.Format(
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(moment.Groups["unix"].Value, CultureInfo.InvariantCulture)),
            moment.Groups["style"].Value is [var style] ? style : 'f',
            TimeProvider.System.GetUtcNow());

    [GeneratedRegex(@"\G(?<ticks>`+)(?<code>.+?)(?<!`)\k<ticks>(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"\G\[(?<text>[^\]\n]+)\]\(<?https?://[^)\s]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\G<t:(?<unix>-?[0-9]{1,11})(:(?<style>[tTdDfFR]))?>")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\G<(?<kind>@|#)[!&]?(?<id>[0-9]+)>")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\G<(?<address>https?://[^>\s]+)>")]
    private static partial Regex Address();
}
