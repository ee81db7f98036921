using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>Stack traces that are longer than what can be shown.</summary>
public sealed partial class TraceTests
{
    [Fact]
    public void OfAChainTheHeadAndTheInnermostExceptionAreKept()
    {
        var description = Describe(
            new Traced("outer", Traced.Frames("Outer", 60), new Traced(
                "middle", Traced.Frames("Middle", 60), new Traced("root\ncause", Traced.Frames("Inner", 60)))),
            limit: 500);

        Assert.Contains("```\n   at Outer0()\n   at Outer1()\n", description, StringComparison.Ordinal);
        Assert.Matches(
            """\(\)\n… [0-9]+ lines …\ncaused by TypedWebhookAlerts\.Tests\.Rendering\.Traced: root\n   at Inner0\(\)\n   at Inner1""",
            description);
        Assert.DoesNotContain(
            "Middle", description[description.IndexOf("```", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.EndsWith(" lines …\n```", description, StringComparison.Ordinal);
    }

    [Fact]
    public void OfASingleExceptionTheFirstAndTheLastFramesAreKept()
    {
        var description = Describe(new Traced("boom", Traced.Frames("Frame", 400)), limit: 500);

        Assert.Contains("```\n   at Frame0()\n   at Frame1()\n", description, StringComparison.Ordinal);
        Assert.EndsWith("\n   at Frame399()\n```", description, StringComparison.Ordinal);
        Assert.Single(Mark().Matches(description));
        Assert.Equal(400, CountFrames(description));
    }

    [Fact]
    public void OfAnAggregatesExceptionsTheFirstOnesInnermostIsKept()
    {
        var root = new Traced("root", Traced.Frames("Root", 50));
        var exception = new AggregateException(
            new Traced("first", Traced.Frames("First", 50), root),
            new Traced("second", Traced.Frames("Second", 50)),
            new Traced("third", Traced.Frames("Third", 50)));

        var description = Describe(exception, limit: 700);

        Assert.Contains("at First0()\n", description, StringComparison.Ordinal);
        Assert.Matches("""lines …\ncaused by [A-Za-z.]+: root\n   at Root0\(\)\n""", description);

        // Four times 50 frames, and a heading before each.
        Assert.Equal(204, CountFrames(description));
    }

    [Fact]
    public void ATraceThatFitsIsShownWholeWithItsCauses()
        => Assert.EndsWith(
            "```\n   at Outer0()\ncaused by TypedWebhookAlerts.Tests.Rendering.Traced: root\n   at Inner0()\n```",
            Describe(new Traced("o", Traced.Frames("Outer", 1), new Traced("root", Traced.Frames("Inner", 1)))),
            StringComparison.Ordinal);

    [Fact]
    public void WhateverTheExceptionTheTraceKeepsItsLimitItsFenceAndItsCount()
        => Gen.Select(
            Gen.Int[0, 12].SelectMany(depth => Frames().Array[depth + 1]), Gen.Int[100, 4096], Gen.Bool).Hold(
            (traces, limit, isContent) =>
            {
                Exception exception = new IOException("never thrown");
                foreach (var trace in traces)
                {
                    exception = new Traced("e", trace, exception);
                }

                var options = new RenderingOptions(limit, IncludeTimestamps: false);
                var text = isContent
                    ? Spoken.Content(alert => alert.Exception(exception), options)
                    : Spoken.Embed(alert => alert.Exception(exception), options).Description!;

                Assert.InRange(ShownEmbed.CodePointsOf(text), 1, Math.Min(limit, isContent ? 2000 : 4096) - 64);
                Assert.True(DiscordReader.AreFencesClosed(text), text);
                Assert.DoesNotContain('\uFFFD', text);
            });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFieldKeepsTheHeadAndTheInnermostExceptionEvenWhereOthersCrowdIt(bool isCrowded)
    {
        var exception = new Traced(
            "outer", Traced.Frames("Outer", 300), new Traced("root", Traced.Frames("Inner", 300)));
        var embed = Spoken.Embed(
            alert =>
            {
                for (var i = 0; i < (isCrowded ? 20 : 0); i++)
                {
                    alert.BeginField("Other"u8);
                    alert.Text(new string('x', 2000));
                    alert.End();
                }

                alert.BeginField("Trace"u8, codeBlock: true);
                alert.StackTrace(exception);
                alert.End();
            });

        var value = embed.Fields[^1].Value;
        Assert.InRange(value.Length, 150, isCrowded ? 300 : 1024);
        Assert.StartsWith("```\n   at Outer0()\n", value, StringComparison.Ordinal);
        Assert.Contains("\ncaused by TypedWebhookAlerts.Tests.Rendering.Traced", value, StringComparison.Ordinal);
        Assert.EndsWith("\n```", value, StringComparison.Ordinal);
    }

    [Fact]
    public void ATraceOfMegabytesIsNotTakenApart()
    {
        var trace = Traced.Frames("Frame", 400_000);
        var exception = new Traced("boom", trace);
        _ = ExceptionTrace.Read(exception, TextRedactor.Default).Cut(1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var cut = ExceptionTrace.Read(exception, TextRedactor.Default).Cut(1000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The trace itself has 17 MB.
        Assert.InRange(allocated, 1, 200_000);
        Assert.Matches("""\A   at Frame0\(\)\n(.*\n)+… [0-9,]+\+ lines …\n(.*\n)*   at Frame399999\(\)\z""", cut);
    }

    [Fact]
    public void OneLineOfMegabytesIsCutAtARune()
    {
        var traced = new Traced("boom", string.Concat(Enumerable.Repeat("😀", 1_000_000)));
        var cut = ExceptionTrace.Read(traced, TextRedactor.Default).Cut(200);

        Assert.InRange(cut.EnumerateRunes().Count(), 100, 200);
        Assert.All(cut.EnumerateRunes(), rune => Assert.True(rune.Value is 0x1F600 or '…'));
    }

    [Fact]
    public void ATraceThatIsCutGoesAlongWholeWhereThatIsAskedFor()
    {
        var exception = new Traced(
            "outer 夜", Traced.Frames("Outer", 300), new Traced("root", Traced.Frames("Inner", 300)));
        var alert = Alert(exception, new RenderingOptions(500) { AttachTraces = true });

        var lines = Encoding.UTF8.GetString(alert.Trace!).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("TypedWebhookAlerts.Tests.Rendering.Traced: outer 夜", lines[0]);
        Assert.Equal("caused by TypedWebhookAlerts.Tests.Rendering.Traced: root", lines[301]);
        Assert.Equal("   at Inner299()", lines[601]);
        Assert.Equal(alert.Json.Length + alert.Trace!.Length, alert.Bytes);
        var confirmed = alert.WithoutTrace();
        Assert.Null(confirmed.Trace);
        Assert.NotNull(alert.Trace);
        Assert.Same(alert.Json, confirmed.Json);
        Assert.Equal(
            (alert.Room, alert.ColorOffset, alert.CounterOffset, alert.CodePoints, true),
            (confirmed.Room, confirmed.ColorOffset, confirmed.CounterOffset, confirmed.CodePoints, confirmed.IsEmbed));
    }

    [Fact]
    public void ATraceThatIsShownWholeOrNotAskedForDoesNotGoAlong()
    {
        var isShort = new Traced("boom", Traced.Frames("Frame", 3));
        var isLong = new Traced("boom", Traced.Frames("Frame", 300));
        var attach = new RenderingOptions(500) { AttachTraces = true };

        Assert.Null(Alert(isShort, attach).Trace);
        Assert.Null(Alert(isLong, new RenderingOptions(500)).Trace);
        Assert.Null(Alert(isLong, attach with { IncludeStackTraces = false }).Trace);
        Assert.NotNull(Alert(isLong, attach).Trace);

        // One that has no room at all in the message.
        Assert.NotNull(Alert(isShort, new RenderingOptions(100) { AttachTraces = true }).Trace);
    }

    [Fact]
    public void TheFileHasAtMost1MiBAndEndsAtARune()
    {
        var alert = Alert(
            new Traced("boom", string.Concat(Enumerable.Repeat("😀", 2_000_000))),
            new RenderingOptions(500) { AttachTraces = true });

        Assert.InRange(alert.Trace!.Length, (1024 * 1024) - 8, 1024 * 1024);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(alert.Trace);
        Assert.EndsWith("😀…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExceptionThatIsEqualToAllOthersOrThrowsWhenComparedIsStillShown()
    {
        var description = Describe(new Quarrelsome(new Quarrelsome(new Quarrelsome(null))));

        // Both causes, in words and with their traces.
        Assert.Equal(4, description.Split("caused by").Length - 1);
    }

    private static RenderedAlert Alert(Exception exception, RenderingOptions options)
        => Spoken.Alert(new DiscordEmbedFormatter(options), alert => alert.Exception(exception));

    private static string Describe(Exception exception, int limit = 2000)
        => Spoken.Embed(alert => alert.Exception(exception), new RenderingOptions(limit)).Description!;

    /// <summary>The frames that are shown, and those that the marks say are not.</summary>
    private static int CountFrames(string description)
    {
        var trace = description[description.IndexOf("```\n", StringComparison.Ordinal)..];
        var missing = Mark().Matches(trace).Sum(mark => int.Parse(
            mark.Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

        // Without the fences and the marks themselves.
        return trace.Split('\n').Length - 2 - Mark().Count(trace) + missing;
    }

    private static Gen<string> Frames() => Gen.OneOf(
        Gen.OneOfConst("   at A.B()", "   at ```C```()", "", "\r", "\t😀😀", "\\", "\"", "--- End", new string('x', 300))
            .Array[0, 60].Select(lines => string.Join('\n', lines)),
        Gen.Int[0, 3000].Select(count => Traced.Frames("F", count)));

    [GeneratedRegex("(?m)^… ([0-9,]+) lines? …$")]
    private static partial Regex Mark();

    private sealed class Quarrelsome(Exception? inner) : Exception("q", inner)
    {
        public override string StackTrace => "   at Q()";

        public override bool Equals(object? obj) => throw new InvalidOperationException();

        public override int GetHashCode() => throw new InvalidOperationException();
    }
}
