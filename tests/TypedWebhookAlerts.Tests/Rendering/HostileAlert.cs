using CsCheck;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>An alert of nothing but trouble, and the calls by which a renderer would speak it.</summary>
internal sealed record HostileAlert(
    string? Title, string[]? Description, (string Value, bool IsCode)[] Fields, string? Footer, Exception? Exception,
    string? TraceId, RenderingOptions Options)
{
    /// <summary>The fields that it has, the trace's among them.</summary>
    public int FieldCount => Fields.Length + (TraceId is null ? 0 : 1);

    private static readonly string[] s_pieces =
    [
        "a", "word ", "snake_case", "C:\\path\\x", "\\", "*", "**", "_", "__", "~~", "||", "`", "``", "```", "```cs\n",
        "[", "](http://x.y)", "[a](http://b.c)", "<", ">", "> ", ">>> ", "# ", "### x", "-", "-# ", "- a", "1.", "1. ",
        "12", ".", " ", "\n", "\r\n", "\r", "\t", "http", "https:", "//", "http://evil.example/a_b", "discord://x", ":",
        "@", "everyone", "@everyone", "@here", "<@123456789>", "<@&1>", "<#5>", "<t:1:R>", "<:a:1>", "</a:1>", "😀", "é",
        "e\u0301", "\uD83D", "\uDE00", "\u200B", "\u202E", "\u2066", "\0", "\u0007", "\u007F", "\u0085", "\u2028",
        "\u00A0", "\u3000", "\"", "\u3164", "\uFEFF", "…", "{", "</", "<a:", "<id:",
    ];

    private static readonly string[] s_literals =
    [
        "Shard ", "**", "`", "```\n", "\\", "<", "@", "http:", "https://dash.example/", "- ", "# ", "[", "](", ")",
        "> ",
        "\n", ": ", "<@", ">", "-",
        "`` ", "é😀",
    ];

    private static readonly Gen<string> s_repeated = Gen.Select(
        Gen.OneOfConst(s_pieces), Gen.OneOfConst(1, 31, 255, 256, 257, 1023, 1024, 1025, 4097))
        .Select((piece, count) => string.Concat(Enumerable.Repeat(piece, count)));

    private static readonly Gen<string> s_endless = Gen.OneOfConst(" ", "x", "*", "\u200B", "😀", "\n")
        .Select(piece => string.Concat(Enumerable.Repeat(piece, 100_000)));

    public static readonly Gen<string> Argument = Gen.Frequency(
        (20, Gen.OneOfConst(s_pieces).Array[0, 12].Select(string.Concat)),
        (10, Gen.String[0, 40]),
        (8, s_repeated),
        (1, s_endless));

    private static readonly Gen<string> s_short = Gen.OneOfConst(s_pieces).Array[0, 12].Select(string.Concat);

    // An odd place holds a literal, an even one an argument.
    private static readonly Gen<string[]> s_sentence = Gen
        .Select(Gen.OneOf(s_short, Argument), Gen.OneOfConst(s_literals))
        .Select((argument, literal) => new[] { argument, literal }).Array[1, 4]
        .Select(pairs => pairs.SelectMany(p => p).ToArray());

    private static readonly Gen<string?> s_footerEnd = Gen.OneOf(
        Gen.OneOfConst(null, "StatsBot 1.2.0 · host · up 3 h", "  ", "*bot*"),
        Gen.Select(Gen.OneOfConst(s_pieces), Gen.Int[1, 1000])
            .Select((piece, count) => (string?)string.Concat(Enumerable.Repeat(piece, count))));

    private static readonly Gen<string?> s_traceUrl = Gen.OneOf(
        Gen.OneOfConst(null, "https://traces.example/{traceId}", "no address {traceId}"),
        Gen.Int[1, 1000].Select(length => (string?)$"https://traces.example/{new string('(', length)}?id={{traceId}}"));

    private static readonly Gen<RenderingOptions> s_options = Gen.Select(
        Gen.OneOf(Gen.OneOfConst(100, 2000, 4096), Gen.Int[100, 4096]), Gen.Bool, Gen.Bool, s_footerEnd, s_traceUrl)
        .Select((max, time, traces, end, url) => new RenderingOptions(max, time, traces)
        {
            FooterEnd = () => end,
            TraceLink = TraceLink.Create(url),
        });

    private static readonly Gen<Exception?> s_exception = Gen.Select(Gen.Int[0, 3], Argument)
        .Select((kind, text) => kind switch
        {
            0 => null,
            1 => new InvalidOperationException(text),
            2 => new AggregateException(
                text, new ArgumentException(text), new TimeoutException(text, new IOException(text))),
            _ => (Exception?)Thrown(text),
        });

    public static readonly Gen<HostileAlert> Any = Gen.Select(
        Gen.OneOf(Gen.Const((string?)null), Argument.Select(a => (string?)a)),
        Gen.OneOf(Gen.Const((string[]?)null), s_sentence.Select(s => (string[]?)s)),
        Gen.Select(Gen.OneOf(s_short, Argument), Gen.Bool).Array[0, 30],
        Gen.OneOf(Gen.Const((string?)null), Argument.Select(a => (string?)a)),
        s_exception,
        Gen.Select(Gen.OneOfConst(null, "4bf92f3577b34da6a3ce929d0e0e4736"), s_options))
        .Select((title, description, fields, footer, exception, shown)
            => new HostileAlert(title, description, fields, footer, exception, shown.Item1, shown.Item2));

    public RenderedAlert Render(DiscordFormatter formatter, bool isIncident = false)
    {
        formatter.Begin(new AlertHeading(LogLevel.Error, -1, DateTimeOffset.UnixEpoch, isIncident, TraceId));
        if (Title is not null)
        {
            formatter.BeginTitle();
            formatter.Literal("Alert *of* "u8);
            formatter.Text(Title);
            formatter.End();
        }

        if (Description is not null)
        {
            SpeakDescription(formatter);
        }

        if (Exception is not null)
        {
            formatter.Exception(Exception);
        }

        foreach (var (value, isCode) in Fields)
        {
            formatter.BeginField(isCode ? "Code"u8 : " \u200B "u8, inline: !isCode, codeBlock: isCode);
            formatter.Text(value);
            formatter.End();
        }

        if (Footer is not null)
        {
            formatter.BeginFooter();
            formatter.Text(Footer);
            formatter.End();
        }

        return formatter.Finish();
    }

    private void SpeakDescription(DiscordFormatter formatter)
    {
        formatter.BeginDescription();
        for (var i = 0; i < Description!.Length; i += 2)
        {
            formatter.Text(Description[i]);
            formatter.UserId(42);
            formatter.Literal(System.Text.Encoding.UTF8.GetBytes(Description[i + 1]));
        }

        formatter.Link("https://example.org/a b?c=<d>");
        formatter.End();
    }

    private static InvalidOperationException Thrown(string text)
    {
        try
        {
            throw new InvalidOperationException(text, new FormatException(text));
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }
}
