using System.Text;
using Microsoft.Extensions.Compliance.Classification;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>What is not to leave is taken out of every text of an alert, and before anything of the text is
/// cut.</summary>
public sealed class RedactionTests
{
    private static readonly RenderingOptions s_options = new(4096) { Redactor = Planted.Redactor };

    private static readonly string s_text = $"a {Planted.Secret} b";

    [Fact]
    public void NoPartOfAnEmbedShowsASecret()
    {
        var embed = Spoken.Embed(SayEverywhere, s_options);

        Assert.Equal("title a [redacted:planted] b", Unescaped(embed.Title));
        Assert.All(embed.Texts, text => Assert.False(Planted.IsIn(text), text));
        Assert.All(
            embed.Texts.Where(text => text is not ("Address" or "Code" or "Trace")),
            text => Assert.Contains(Planted.Word, Unescaped(text), StringComparison.Ordinal));
        Assert.True(Planted.IsIn(string.Concat(
            Spoken.Embed(SayEverywhere, s_options with { Redactor = TextRedactor.None }).Texts)));
    }

    [Fact]
    public void NoPartOfAContentShowsASecret()
    {
        Assert.False(Planted.IsIn(Spoken.Content(SayEverywhere, s_options)));
        Assert.True(Planted.IsIn(Spoken.Content(SayEverywhere, s_options with { Redactor = TextRedactor.None })));
    }

    [Fact]
    public void WhatIsPutInPlaceOfASecretIsEscapedAsAnyArgument()
        => Assert.Equal("""a \[redacted:planted] b""", Describe(alert => alert.Text(s_text)));

    [Fact]
    public void AValueIsASecretByTheLiteralOrTheArgumentBeforeIt()
    {
        Assert.Equal("password=[redacted:planted]", Unescaped(Describe(alert =>
        {
            alert.Literal("password="u8);
            alert.Text(Planted.Value);
        })));
        Assert.Equal("é password: [redacted:planted]", Unescaped(Describe(alert =>
        {
            alert.Text("é pass");
            alert.Literal("wo"u8);
            alert.Text("rd");
            alert.Literal(": "u8);
            alert.Text(Planted.Value);
        })));
    }

    [Fact]
    public void WhatStandsFarBeforeAValueIsForgottenAndWhatStandsNearIsNot()
        => Assert.EndsWith(Planted.Word, Unescaped(Describe(alert =>
        {
            alert.Text(new string('x', 64));
            alert.Text(new string('y', 56) + "pass");
            alert.Literal("word="u8);
            alert.Text(Planted.Value);
        })), StringComparison.Ordinal);

    [Fact]
    public void TheHalfOfASecretInAClassifiedExceptionGoesWithWhatIsCut()
    {
        var message = new string('x', ExceptionText.MaxLength - 60) + Planted.Secret;
        var text = ExceptionText.RawSummary(new InvalidOperationException(message));

        Assert.True(Planted.IsIn(text.Value.ToString()));
        Assert.EndsWith(
            Planted.Word, Planted.Redactor.Redact(text.Value, before: default, text.IsCut), StringComparison.Ordinal);
        Assert.False(ExceptionText.RawSummary(new InvalidOperationException("boom")).IsCut);
    }

    [Fact]
    public void AValueIsASecretByTheNameOfItsField()
    {
        var embed = Spoken.Embed(
            alert =>
            {
                alert.BeginField("Api key"u8);
                alert.Text(Planted.Value);
                alert.End();
                alert.BeginField("password", inline: false);
                alert.Text(Planted.Value);
                alert.End();
                alert.BeginField("Key"u8);
                alert.Text(Planted.Value);
                alert.End();
            },
            s_options);

        Assert.Equal(
            ["[redacted:planted]", "[redacted:planted]", Planted.Value],
            embed.Fields.Select(field => Unescaped(field.Value)));
    }

    [Theory]
    [InlineData("X-Api-Key: ", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "X-Api-Key: [redacted:secret]")]
    [InlineData("password=", 1234567, "password=[redacted:secret]")]
    [InlineData("tokens: ", 1234567, "tokens: 1234567")]
    [InlineData("password attempts: ", 1234567, "password attempts: 1234567")]
    [InlineData(
        "member key ", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "member key 3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public void AGuidOrANumberIsASecretByTheLiteralBeforeIt(string literal, object value, string shown)
        => Assert.Equal(shown, Unescaped(Spoken.Embed(
            alert =>
            {
                alert.BeginDescription();
                alert.Literal(Encoding.UTF8.GetBytes(literal));
                if (value is int number)
                {
                    alert.Value(number);
                }
                else
                {
                    alert.Value(Guid.Parse((string)value));
                }

                alert.End();
            },
            new RenderingOptions(4096)).Description!));

    [Fact]
    public void HalfASecretAtTheEndOfAClassifiedMessageGoesToo()
    {
        var message = $"{new string('x', 4096 - "System.IO.IOException: ".Length - 20)} {Planted.Secret}";

        // No description is so long; the log's message is.
        var formatter = new LogMessageFormatter(Planted.Redactor, ClassifiedRedactor.Showing);
        formatter.BeginDescription();
        formatter.Classified(
            new IOException(message), new AlertClassification(static () => [new UnknownDataClassificationAttribute()]));
        formatter.End();

        var shown = formatter.Take();
        Assert.StartsWith("System.IO.IOException: xxx", shown, StringComparison.Ordinal);
        Assert.False(Planted.IsIn(shown), shown);
    }

    [Fact]
    public void WhatAnotherPartEndedWithIsNoKey()
        => Assert.Equal(Planted.Value, Spoken.Embed(
            alert =>
            {
                alert.Title("password="u8);
                alert.BeginDescription();
                alert.Text(Planted.Value);
                alert.End();
            },
            s_options).Description);

    [Fact]
    public void HalfASecretAtTheEndOfACapturedTextGoesToo()
        => Assert.Equal("a [redacted:planted]…", Unescaped(Describe(alert => alert.Text(
            new AlertText($"a {Planted.Secret[..20]}", isCut: true)))));

    [Fact]
    public void AnAddressWithASecretIsNoLink()
    {
        Assert.Equal("<https://a.example/x>", Describe(alert => alert.Link("https://a.example/x")));
        var shown = Describe(alert => alert.Link($"https://a.example/{Planted.Secret}"));
        Assert.Equal("https://a.example/[redacted:planted]", Unescaped(shown));
        Assert.DoesNotContain("<https", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(500)]
    [InlineData(4096)]
    public void NoCutIsMadeThroughASecret(int limit)
    {
        for (var begin = limit - 80; begin <= limit; begin++)
        {
            var text = new string('x', Math.Max(0, begin)) + Planted.Secret;
            var embed = Spoken.Embed(
                alert =>
                {
                    Spoken.Say(alert, text);
                    alert.BeginField(new AlertText(text), inline: false);
                    alert.Text(text);
                    alert.End();
                    alert.Exception(new InvalidOperationException(text, new IOException(text)));
                },
                s_options with { MaxMessageLength = limit });

            Assert.All(embed.Texts, shown => Assert.DoesNotContain("plant_", shown, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AMessageIsLookedAtBeforeItIsCutAndWhatIsNotLookedAtIsNotShown()
    {
        for (var begin = 4000; begin < 4100; begin++)
        {
            var message = ExceptionText.Message(
                new InvalidOperationException(new string('x', begin) + Planted.Secret), Planted.Redactor);
            Assert.DoesNotContain("plant_", message, StringComparison.Ordinal);
        }

        // Behind a secret of a whole window there is nothing to be seen.
        var endless = $"a <<plant\n{new string('Q', 70_000)}{Planted.Secret}";
        Assert.DoesNotContain(
            "plant_",
            ExceptionText.Message(new InvalidOperationException(endless), Planted.Redactor),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AStackTraceHidesASecretOfManyLinesWhicheverOfThemAreShown()
    {
        for (var frames = 0; frames < 60; frames += 5)
        {
            var trace = $"{Traced.Frames("A", frames)}{Planted.Lines}\n{Traced.Frames("B", 60 - frames)}";
            foreach (var limit in new[] { 100, 300, 1000, 4096 })
            {
                var embed = Spoken.Embed(
                    alert =>
                    {
                        alert.Exception(new Traced("boom", trace, new Traced(Planted.Lines, trace)));
                        alert.BeginField("Trace"u8, codeBlock: true);
                        alert.StackTrace(new Traced("boom", trace));
                        alert.End();
                    },
                    s_options with { MaxMessageLength = limit });
                Assert.All(embed.Texts, shown => Assert.False(Planted.IsIn(shown), shown));
            }
        }
    }

    [Fact]
    public void OfAnEndlessStackTraceTheBeginAndTheEndAreLookedAtAndNoMoreIsShown()
    {
        // The window of the begin ends within a secret, and so does that of the end begin.
        var half = 512 * 1024;
        var trace = $"{new string('x', half - 30)}{Planted.Secret}\n{new string('y', half)}\n{Planted.Secret}"
            + $"{new string('z', half - 30)}\n   at {Planted.Secret} Last()";
        var exception = new Traced("boom", trace);
        var shown = ExceptionTrace.Read(exception, Planted.Redactor).Cut(4000);
        var file = Encoding.UTF8.GetString(TraceFile.Write([exception], Planted.Redactor));

        Assert.EndsWith("xxx…\n… 1 line …\n   at [redacted:planted] Last()", shown, StringComparison.Ordinal);
        Assert.EndsWith("[redacted:planted]\n…\n   at [redacted:planted] Last()\n", file, StringComparison.Ordinal);
        Assert.All([shown, file], text => Assert.False(Planted.IsIn(text)));
        Assert.DoesNotContain("yyy", file, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAttachedTraceHasNoSecretOfTheExceptionNorOfWhatCausedIt()
    {
        var exception = new Traced(s_text, s_text + "\n" + Traced.Frames("A", 300), new Traced(s_text, Planted.Lines));
        var options = new RenderingOptions(500) { AttachTraces = true, Redactor = Planted.Redactor };
        var file = Encoding.UTF8.GetString(Attached(exception, options));

        Assert.False(Planted.IsIn(file));
        Assert.Equal(4, file.Split(Planted.Word).Length - 1);
        Assert.True(
            Planted.IsIn(Encoding.UTF8.GetString(Attached(exception, options with { Redactor = TextRedactor.None }))));
    }

    [Fact]
    public void TheLinesOfAnIncidentHaveNoSecret()
    {
        var lines = new IncidentLineWriter { Redactor = Planted.Redactor };
        IncidentLine[] all =
        [
            lines.Update(s_text, DateTimeOffset.UnixEpoch, 400),
            lines.Update(s_text, DateTimeOffset.UnixEpoch, 40),
            lines.PartlyResolved(1, 2, s_text, DateTimeOffset.UnixEpoch, 400),
            lines.Resolved("1 s", s_text, isEmbed: false, 400),
            lines.Resolved("1 s", new AlertText(Planted.Secret.AsSpan(0, 20), isCut: true), isEmbed: true, 400),
        ];

        Assert.All(
            all, line => Assert.DoesNotContain("plant_", Encoding.UTF8.GetString(line.Json), StringComparison.Ordinal));
        Assert.Contains("planted]", Encoding.UTF8.GetString(all[0].Json), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatALogSaysHasNoSecret()
    {
        var formatter = new LogMessageFormatter(Planted.Redactor, ClassifiedRedactor.Erasing);
        formatter.BeginTitle();
        formatter.Text(s_text);
        formatter.End();
        formatter.BeginField("Api key"u8);
        formatter.Text(Planted.Value);
        formatter.End();
        formatter.BeginField(s_text, inline: false);
        formatter.ExceptionSummary(new InvalidOperationException(s_text));
        formatter.End();

        Assert.Equal(
            "a [redacted:planted] b (Api key: [redacted:planted], a [redacted:planted] b: "
                + "System.InvalidOperationException: a [redacted:planted] b)",
            formatter.Take());
    }

    [Theory]
    [InlineData(UserIdDisplay.Mask)]
    [InlineData(UserIdDisplay.Hash)]
    public void MentionsInTextAreMaskedEverywhere(UserIdDisplay display)
    {
        var mask = new UserIdMask(display, "a key of 16 chars");
        const string Mention = "<@80351110224674821>";
        var embed = Spoken.Embed(
            alert => SayEverywhere(alert, Mention), s_options with { Redactor = Planted.With(mask) });

        Assert.All(embed.Texts, text => Assert.DoesNotContain("803511", text, StringComparison.Ordinal));
        Assert.Equal($"title @{mask.Apply(80351110224674821)}", embed.Title);
        Assert.Contains(
            "803511", Spoken.Embed(alert => SayEverywhere(alert, Mention), s_options).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UserIdDisplay.Show, "<@80351110224674821> <@80351110224674821>")]
    [InlineData(UserIdDisplay.Mask, @"\<@…4821> \<@…4821>")]
    public void AMentionAroundAHoleIsOneOfAUser(UserIdDisplay display, string shown)
        => Assert.Equal(shown, Spoken.Embed(
            alert =>
            {
                alert.Literal("<@"u8);
                alert.Value(80351110224674821UL);
                alert.Literal("> <@"u8);
                alert.Text("80351110224674821");
                alert.Literal(">"u8);
            },
            s_options with { Redactor = Planted.With(new UserIdMask(display, hashKey: null)) }).Description);

    private static void SayEverywhere(AlertFormatter alert) => SayEverywhere(alert, s_text);

    private static void SayEverywhere(AlertFormatter alert, string text)
    {
        alert.BeginTitle();
        alert.Literal("title "u8);
        alert.Text(text);
        alert.BeginDescription();
        alert.Text(text);
        alert.Literal(" and "u8);
        alert.ExceptionSummary(new InvalidOperationException(text));
        alert.BeginField(text, inline: true);
        alert.Text(text);
        alert.BeginField("Address"u8);
        alert.Link($"https://a.example/{text}");
        alert.BeginField("Code"u8, codeBlock: true);
        alert.Text(text, alignment: -100);
        alert.BeginField("Trace"u8, codeBlock: true);
        alert.StackTrace(new Traced("boom", text, new Traced(text, text)));
        alert.BeginFooter();
        alert.Literal("by "u8);
        alert.Text(text);
        alert.End();
        alert.Exception(new Traced(text, text, new Traced(text, text)));
    }

    private static string Describe(Action<AlertFormatter> speak) => Spoken.Embed(speak, s_options).Description!;

    private static string Unescaped(string? text) => text!.Replace("\\", "", StringComparison.Ordinal);

    private static byte[] Attached(Exception exception, RenderingOptions options)
        => Spoken.Alert(new DiscordEmbedFormatter(options), alert => alert.Exception(exception)).Trace!;
}
