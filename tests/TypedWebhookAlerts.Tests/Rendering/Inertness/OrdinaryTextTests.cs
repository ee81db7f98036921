using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>Nothing is escaped that need not be.</summary>
public sealed class OrdinaryTextTests
{
    private static readonly string[] s_words =
    [
        "Shard", "3", "lost", "its", "gateway", "(at", "12:30:45)", "C:\\temp\\x", "/var/log/app.log", "snake_case", "__init__",
        "List<string>", "a", "<", "b", "->", "=>", ">=", "x*y", "*", "2", "#42", "#channel", "bob@example.org", "@", "50%", "1.",
        "v1.2.3-rc.1", "[INFO]", "arr[0]", "f(x)", "~5", "~/x", "a|b", "||", "key:value", "key:value:x", "::1", "https://a.bc/d",
        "host:443", "-", "-5", "+1", "+", "- x", ">", "\n", "\n# x", "\n- x", "\n1. x", "`", "'it's'", "\"so\"", "<@1>", "</div>",
        "<br/>", "ok!", "a/b", "C#", "é", "日本", "😀", "<html>", "<a:b", "\\n", "$5", "{id}", "&&", "…",
    ];

    // What a developer may go on with.
    private static readonly string[] s_continuations =
    [
        "", "x", " ", "a_ b", "x||", "x~~", "x`", "x``", "x```", "x*", "x**", "x_", "x__",
        "* a*", "_", "_ x", "**", "__", "~~", "~ ~~x~~", "|", "||", "`", "``", "```", "](https://dash.example/x)", " x",
        "\n", ">", "/x>", ":", "//ab.cd", "b>", "# x", ".", " [x](https://dash.example/x)", ":1>", "a: x:", "_ _", "* x", "1>", "@a.b>", "@1>",
    ];

    private static readonly Gen<string> s_text =
        Gen.OneOfConst(s_words).Array[1, 6].Select(words => string.Join(' ', words));

    [Theory]
    [InlineData("Well-known issue #5: 3 < 4, 2 > 1 - and \"so\" on (at 12:30).")]
    [InlineData("#channel and #42, x.y = z; 100% & more!")]
    [InlineData("-5 degrees, +3 more, ~7 ms, a|b, x -> y, a => b, >= 5")]
    [InlineData("List<string> of Dictionary<int, Func<T>> in <main>, </div> and <br/>")]
    [InlineData("2026-11-24T21:34:29.123+00:00 took 00:00:01.5 (1.5 s)")]
    [InlineData("v1.2.3-rc.1+build.7 10.0.0.1:443 [::1]", @"v1.2.3-rc.1+build.7 10.0.0.1:443 \[::1]")]
    [InlineData("/var/log/app.log ~/x C:/temp/y.txt")]
    [InlineData("SELECT a, b, * FROM t WHERE a <> 1 AND b LIKE 'x%'")]
    [InlineData("key:value, host:443, A::B::C, System.IO.IOException: denied")]
    [InlineData("mail bob@example.org, it's here: everyone @ home")]
    [InlineData("€5 ± 2 °C, £3, 50 µs, ½, Zażółć gęślą jaźń, O'Brien, 日本語 😀")]
    [InlineData(">5 and -x and 1.5", ">5 and -x and 1.5")]
    [InlineData("snake_case", @"snake\_case")]
    [InlineData(@"C:\Users\x \ \\server\share", @"C:\Users\x \\ \\\server\share")]
    [InlineData("2 * 3 *x [INFO] `x`", @"2 * 3 \*x \[INFO] \`x\`")]
    [InlineData("see https://a.bc", @"see https\://a.bc")]
    public void OrdinaryTextComesOutAsItWasTypedOrWithWhatItNeeds(string text, string? expected = null)
        => Assert.Equal(expected ?? text, Spoken.Description(text));

    [Fact]
    public void WithoutAnyOneBackslashAReaderWouldSeeSomethingElse()
        => s_text.Hold(
            text =>
            {
                var shown = Show(text);
                for (var i = 0; i < shown.Length; i++)
                {
                    if (shown[i] == '\\')
                    {
                        // A bracket is needed by what follows, and not where another one follows it: that is not known.
                        var isBracket = shown[i + 1] == '[';
                        Assert.True(isBracket || s_continuations.Any(end => IsNeeded(shown, i, end)), $"{shown}\n{i}");
                        i++;
                    }
                }
            },
            300);

    private static string Show(string text)
        => Spoken.Embed(
            alert =>
            {
                alert.BeginDescription();
                alert.Text(text);
                alert.End();
            },
            new RenderingOptions(4096) { Redactor = TextRedactor.None }).Description ?? "";

    private static bool IsNeeded(string shown, int at, string end)
        => !DiscordMarkdown.Read("x\n" + shown + end).SequenceEqual(DiscordMarkdown.Read("x\n" + shown.Remove(at, 1) + end));
}
