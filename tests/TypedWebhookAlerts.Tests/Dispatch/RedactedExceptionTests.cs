using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Tests.Privacy;
using TypedWebhookAlerts.Tests.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class RedactedExceptionTests
{
    private static readonly string s_text = $"a {Planted.Secret} b";

    public static TheoryData<string, Exception> Leaks => new()
    {
        { "message", new InvalidOperationException(s_text) },
        { "stack trace", new Traced("boom", "   at A()\n" + Planted.Lines) },
        { "cause", new InvalidOperationException("boom", new TimeoutException("late", new IOException(s_text))) },
        { "one of several causes", new AggregateException(new TimeoutException(), new IOException(s_text)) },
        { "text of its own", new OwnText("boom", s_text) },
        { "message that its text leaves out", new OwnText(s_text, "boom") },
        { "cause that its text leaves out", new OwnText("boom", "boom", new IOException(s_text)) },
        { "data", new InvalidOperationException("boom") { Data = { ["sent"] = s_text } } },
        { "data by its key", new InvalidOperationException("boom") { Data = { ["password"] = Planted.Value } } },
        { "name of data", new InvalidOperationException("boom") { Data = { [s_text] = 1 } } },
        {
            "data that is no string",
            new InvalidOperationException("boom") { Data = { ["from"] = new Uri($"https://x.y/{Planted.Secret}") } }
        },
        { "list in the data", new InvalidOperationException("boom") { Data = { ["args"] = new[] { s_text } } } },
        { "link to help", new InvalidOperationException("boom") { HelpLink = s_text } },
        {
            "one of more causes than are looked at",
            Enumerable.Repeat("boom", 80).Aggregate(
                new OwnText(s_text, "x"), static (cause, message) => new OwnText(message, "x", cause))
        },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public void WhateverTextLeaksAStandInGoesInstead(string where, Exception exception)
    {
        var logged = RedactedException.Of(exception, Planted.Redactor);

        Assert.IsType<RedactedException>(logged);
        Assert.NotEmpty(where);
        Assert.Contains(exception.GetType().Name.Split('`')[0], logged.Message, StringComparison.Ordinal);
        Assert.Equal(exception.HResult, logged.HResult);
        Assert.Empty(logged.Data);
        for (var shown = (Exception?)logged; shown is not null; shown = shown.InnerException)
        {
            Assert.All(
                [shown.Message, shown.StackTrace!, shown.ToString()], text => Assert.False(Planted.IsIn(text), text));
        }
    }

    [Fact]
    public void AStandInSaysWhatTheOtherSays()
    {
        var logged = RedactedException.Of(
            new Traced(s_text, "   at A()", new TimeoutException("late")), Planted.Redactor);

        Assert.Equal("TypedWebhookAlerts.Tests.Rendering.Traced: a [redacted:planted] b", logged.Message);
        Assert.Equal("   at A()", logged.StackTrace);
        Assert.StartsWith(
            "TypedWebhookAlerts.Tests.Rendering.Traced: a [redacted:planted] b",
            logged.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("System.TimeoutException: late", logged.ToString(), StringComparison.Ordinal);
        Assert.Equal("System.TimeoutException: late", logged.InnerException!.Message);
    }

    [Fact]
    public void AnExceptionWithoutASecretGoesAlongItself()
    {
        var exception = new Traced(
            "boom",
            Traced.Frames("A", 20),
            new AggregateException(new TimeoutException("late"), new IOException("disk")))
        {
            Data = { ["tries"] = 3, ["host"] = "db-1" },
        };

        Assert.Same(exception, RedactedException.Of(exception, Planted.Redactor));
    }

    [Fact]
    public void WhatIsTooLongToBeLookedAtDoesNotGoAlong()
    {
        var exception = new InvalidOperationException(new string('x', 2_000_000) + Planted.Secret);
        var logged = RedactedException.Of(exception, Planted.Redactor);

        Assert.IsType<RedactedException>(logged);
        Assert.False(Planted.IsIn(logged.ToString()));
        Assert.InRange(logged.ToString().Length, 1_000_000, 1_100_000);
    }

    [Fact]
    public void ATraceThatTheTextLeavesOutIsLookedAtToo()
        => Assert.IsType<RedactedException>(RedactedException.Of(new OwnTrace(s_text), Planted.Redactor));

    [Fact]
    public void MoreDataThanIsLookedAtDoesNotGoAlong()
    {
        var exception = new InvalidOperationException("boom");
        for (var i = 0; i < 64; i++)
        {
            exception.Data[i] = "x";
        }

        Assert.Same(exception, RedactedException.Of(exception, Planted.Redactor));
        exception.Data["one more"] = "x";
        Assert.IsType<RedactedException>(RedactedException.Of(exception, Planted.Redactor));
    }

    [Fact]
    public void ACauseThatIsTooLongToBeLookedAtDoesNotGoAlong()
        => Assert.IsType<RedactedException>(
            RedactedException.Of(new OwnText("boom", new string('x', 1_100_000)), Planted.Redactor));

    [Fact]
    public void AStandInHasNoMoreThanEightCauses()
    {
        var exception = new IOException(s_text);
        for (var i = 0; i < 20; i++)
        {
            exception = new IOException("boom", exception);
        }

        var causes = 0;
        for (var cause = RedactedException.Of(exception, Planted.Redactor).InnerException; cause is not null; causes++)
        {
            cause = cause.InnerException;
        }

        Assert.Equal(8, causes);
    }

    [Fact]
    public void AnExceptionThatThrowsWhateverItIsAskedIsLoggedAllTheSame()
    {
        var logged = RedactedException.Of(new Thrower(), Planted.Redactor);

        Assert.Contains("threw NotSupportedException", logged.ToString(), StringComparison.Ordinal);
        Assert.Contains("threw NotSupportedException", logged.StackTrace, StringComparison.Ordinal);
    }

    private sealed class OwnText(string message, string text, Exception? inner = null) : Exception(message, inner)
    {
        public override string ToString() => text;
    }

    private sealed class OwnTrace(string trace) : Exception("boom")
    {
        public override string StackTrace => trace;

        public override string ToString() => "boom";
    }

    private sealed class Thrower : Exception
    {
        public override string Message => throw new NotSupportedException();

        public override string? StackTrace => throw new NotSupportedException();

        public override System.Collections.IDictionary Data => throw new NotSupportedException();

        public override string ToString() => throw new NotSupportedException();
    }
}
