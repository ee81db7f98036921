using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>What the rules say: what is wrong, with its figures, and what to do.</summary>
public sealed class AnalyzerMessageTests
{
    [Fact]
    public async Task LengthsAreSaidWithTheirFigures()
        => Assert.Equal(
            [
                "TWA1010: The title's own words are 261 code points; Discord shows at most 256",
                "TWA1010: The title's own words are 255 code points, and its 2 holes need one each at least; "
                    + "Discord shows at most 256",
                "TWA1010: The field name's own words are 257 code points; Discord shows at most 256",
                "TWA1011: 'Long' shows 6001 code points whatever its values are; "
                    + "Discord takes at most 6000 in one embed",
                "TWA1015: 'a' asks for a width of 300; Discord shows at most 256 code points of a title",
                "TWA1015: 'a' asks for a precision of 2049; Discord shows at most 2048 code points of a footer",
            ],
            await AnalyzerVerifier.MessagesAsync($$"""
                static partial class A
                {
                    [WebhookAlert(LogLevel.Error, "{a}", Title = "{{new string('x', 261)}}")]
                    public static partial void Title(int a);

                    [WebhookAlert(LogLevel.Error, "", Title = "{a}{{new string('x', 255)}}{b}")]
                    public static partial void Holes(int a, int b);

                    [WebhookAlert(LogLevel.Error, "a")]
                    public static partial void Field([AlertField("{{new string('x', 257)}}")] int a);

                    [WebhookAlert(LogLevel.Error, "{{new string('x', 4000)}}", Footer = "{{new string('x', 2001)}}")]
                    public static partial void Long();

                    [WebhookAlert(LogLevel.Error, "a", Title = "{a,-300}", Footer = "{a:D2049}")]
                    public static partial void Wide(int a);
                }
                """));

    [Fact]
    public async Task FormatsAreSaidWithWhatToWrite()
        => Assert.Equal(
            [
                "TWA1013: 'a' cannot be shown by the format 'Q': "
                    + "an integer takes B, C, D, E, F, G, N, P, R or X, or a custom format such as '0.00'",
                "TWA1013: 'b' cannot be shown by the format 'h:mm': "
                    + "in a TimeSpan's format ':' means nothing; write '\\:' where it is meant as it is",
                "TWA1013: 'c.Name' cannot be shown by the format 'N2': text is shown as it is and takes no format",
                "TWA1014: 'd' cannot be shown as the timestamp '<t:X>': Discord's styles are t, T, d, D, f, F, s, S, R",
                "TWA1014: 'a' cannot be shown as the timestamp '<t:R>': only a DateTime or a DateTimeOffset can be",
            ],
            await AnalyzerVerifier.MessagesAsync("""
                class Member { public string Name { get; set; } = ""; }
                static partial class A
                {
                    [WebhookAlert(LogLevel.Error, "{a:Q} {b:h:mm} {c.Name:N2} {d:<t:X>} {a:<t:R>}")]
                    public static partial void X(int a, TimeSpan b, Member c, DateTime d);
                }
                """));

    [Fact]
    public async Task SettingsAreSaidWithTheirRanges()
        => Assert.Equal(
            [
                "TWA1016: The level is None; no such alert is ever sent: take one from Trace to Critical",
                "TWA1016: The route is white space; name one, or leave it out so that the level decides",
                "TWA1016: Color is -2; a colour is 0x000000 to 0xFFFFFF, or -1 for the level's",
                "TWA1016: CoalesceSeconds is 86401; "
                    + "repeats are folded for 1 to 86400 seconds (a day), never (0), or as the options say (-1)",
                "TWA1016: MaxPerMinute is -1; at least one alert a minute can be accepted, or any number (0)",
                "TWA1017: 'a' is never captured and cannot tell alerts apart: mark another parameter [AlertKey]",
                "TWA1018: [UserId] has no effect: 'b' is never captured",
                "TWA1018: The field's name has no effect: "
                    + "it is blank; leave it out to show the parameter's name in words",
            ],
            await AnalyzerVerifier.MessagesAsync("""
                static partial class A
                {
                    [WebhookAlert(
                        LogLevel.None, "a", " ", Color = -2, CoalesceSeconds = 86401, MaxPerMinute = -1)]
                    public static partial void X(
                        [AlertKey, Secret] int a, [UserId, Secret] ulong b, [AlertField(" ")] int c);
                }
                """));

    [Fact]
    public async Task CountsAndNumbersAreSaid()
    {
        var fields = string.Join(", ", Enumerable.Range(0, 27).Select(index => $"int a{index}"));

        Assert.Equal(
            [
                "TWA1012: 'Many' has 27 fields; Discord shows at most 25 of an embed: name the others in a template",
                "TWA1019: 'Second' has the event id 7 of 'Many': logs and configuration cannot tell them apart",
                "TWA1018: The title has no effect: it is blank and not shown",
                "TWA1009: 'Blank' shows nothing: its template is blank and nothing else is shown",
            ],
            await AnalyzerVerifier.MessagesAsync($$"""
                static partial class A
                {
                    [WebhookAlert(LogLevel.Error, "a", EventId = 7)]
                    public static partial void Many({{fields}});

                    [WebhookAlert(LogLevel.Error, "a", EventId = 7, Title = " ")]
                    public static partial void Second();

                    [WebhookAlert(LogLevel.Error, " ")]
                    public static partial void Blank();
                }
                """));
    }
}
