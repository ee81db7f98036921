using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class ExceptionRenderingTests
{
    [Fact]
    public void AnExceptionEndsTheDescriptionWhereverItWasSaid()
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.Exception(new InvalidOperationException("not *now*"));
            alert.BeginField("Field"u8);
            alert.Text("value");
            alert.End();
            alert.Footer("footer"u8);
            Spoken.Say(alert, "text");
        });
        Assert.Equal("text\n**System.InvalidOperationException**: not \\*now\\*", embed.Description);
    }

    [Fact]
    public void AThrownExceptionShowsItsStackTraceInACodeBlock()
    {
        var embed = Spoken.Embed(alert => alert.Exception(Thrown("boom")));
        Assert.StartsWith(
            "**System.InvalidOperationException**: boom\n```\n   at TypedWebhookAlerts",
            embed.Description, StringComparison.Ordinal);
        Assert.EndsWith("\n```", embed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutStackTracesOnlyTypeAndMessageAreShown()
    {
        var options = new RenderingOptions(IncludeStackTraces: false);
        Assert.Equal(
            "**System.InvalidOperationException**: boom",
            Spoken.Embed(alert => alert.Exception(Thrown("boom")), options).Description);
        Assert.Equal("(stack traces are off)", Field(Thrown("boom"), options));
    }

    [Fact]
    public void CausesAreNamedButNotWithoutEnd()
    {
        Exception exception = new TimeoutException("0");
        for (var i = 1; i <= 50; i++)
        {
            exception = new IOException($"{i}", exception);
        }

        var description = Spoken.Embed(alert => alert.Exception(exception)).Description!;
        Assert.EndsWith(
            "\ncaused by **System.IO.IOException**: 46\n… 45 more …\ncaused by **System.TimeoutException**: 0",
            description,
            StringComparison.Ordinal);
        Assert.Equal(7, description.Split('\n').Length);
    }

    [Fact]
    public void AllOfAnAggregatesExceptionsAreCauses()
    {
        var exception = new AggregateException("both", new IOException("a"), new TimeoutException("b"));
        Assert.Equal(
            "**System.AggregateException**: both (a) (b)\ncaused by **System.IO.IOException**: a\n"
            + "caused by **System.TimeoutException**: b",
            Spoken.Embed(alert => alert.Exception(exception)).Description);
    }

    [Fact]
    public void AMessageThatThrowsOrIsNullDoesNotKeepTheAlertFromGoingOut()
    {
        const string Name = "**TypedWebhookAlerts.Tests.Rendering.ExceptionRenderingTests.";
        Assert.Equal(
            Name + "Hostile**: (its message threw NotSupportedException)\n"
            + "```\n(its stack trace threw NotSupportedException)\n```",
            Spoken.Embed(alert => alert.Exception(new Hostile())).Description);
        Assert.Equal(
            Name + "Silent<System.Int32>**",
            Spoken.Embed(alert => alert.Exception(new Silent<int>())).Description);
    }

    [Fact]
    public void AMissingExceptionIsShownAsNull()
    {
        Assert.Equal("(null)", Spoken.Embed(alert => alert.Exception(null)).Description);
        Assert.Equal("(null)", Field(null));
        Assert.Equal("(no stack trace)", Field(new IOException("never thrown")));
    }

    [Fact]
    public void ALongStackTraceIsCutInItsMiddleAndItsBlockIsClosed()
    {
        var options = new RenderingOptions(MaxMessageLength: 500);
        var embed = Spoken.Embed(
            alert =>
            {
                Spoken.Say(alert, new string('d', 5000));
                var frames = Enumerable.Range(0, 500).Select(i => $"   at Frame{i}()\n");
                alert.Exception(new Deep(new string('m', 5000), string.Concat(frames)));
            },
            options);
        Assert.Contains("```\n   at Frame0()\n   at Frame1()\n", embed.Description, StringComparison.Ordinal);
        Assert.EndsWith(
            " lines …\n   at Frame498()\n   at Frame499()\n```", embed.Description, StringComparison.Ordinal);
        Assert.InRange(embed.Description!.Length, 390, 436);
        Assert.Contains("**TypedWebhookAlerts.", embed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereThereIsNoRoomForAStackTraceTheMessageIsKept()
    {
        var embed = Spoken.Embed(
            alert =>
            {
                Spoken.Say(alert, new string('d', 50));
                alert.Exception(Thrown("boom"));
            },
            new RenderingOptions(MaxMessageLength: 100));
        Assert.Equal(new string('d', 22) + "…\n" + @"\*\*System…", embed.Description);
    }

    private static string Field(Exception? exception, RenderingOptions? options = null)
        => Spoken.Embed(
            alert =>
            {
                alert.BeginField("Stack"u8);
                alert.StackTrace(exception);
                alert.End();
            },
            options).Fields[0].Value;

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private sealed class Hostile : Exception
    {
        public override string Message => throw new NotSupportedException("secret");

        public override string StackTrace => throw new NotSupportedException("secret");
    }

    private sealed class Silent<T> : Exception
    {
        public override string Message => null!;
    }

    private sealed class Deep(string message, string stackTrace) : Exception(message)
    {
        public override string StackTrace { get; } = stackTrace;
    }
}
