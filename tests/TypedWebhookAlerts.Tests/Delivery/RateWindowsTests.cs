using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class RateWindowsTests
{
    private readonly ChannelWindows _channels = new(limit: 30);

    [Fact]
    public void AnEmptyBucketIsWaitedForAndAnotherKindOfRequestIsNot()
    {
        var windows = new RateWindows(_channels);
        Send(windows, RequestKind.Post, new() { Kind = ResponseKind.Confirmed, Bucket = "a", Remaining = 0, ResetAfter = Seconds(1.5) });

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out var wait));
        Assert.Equal(Seconds(0.5), wait);
        Assert.True(TryTake(windows, RequestKind.Patch, at: 1, out _));
        Assert.True(TryTake(windows, RequestKind.Post, at: 1.5, out _));
    }

    [Fact]
    public void AnAnswerWithoutHeadersKeepsWhatWasKnown()
    {
        var windows = new RateWindows(_channels);
        Send(windows, RequestKind.Post, new() { Kind = ResponseKind.Confirmed, Bucket = "a", Remaining = 0, ResetAfter = Seconds(9) });
        Send(windows, RequestKind.Patch, new() { Kind = ResponseKind.Transient });

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out _));
    }

    [Theory]
    [InlineData(0.25, 0.25)]
    [InlineData(1337, 1337)]
    [InlineData(90_000, 3600)]
    public void RetryAfterIsKeptToTheFractionAndBounded(double asked, double waited)
    {
        var windows = new RateWindows(_channels);
        Send(windows, RequestKind.Post, new() { Kind = ResponseKind.RateLimited, RetryAfter = Seconds(asked) });

        Assert.False(TryTake(windows, RequestKind.Post, at: 0, out var wait));
        Assert.Equal(Seconds(waited), wait);
        Assert.Equal(0, windows.Channel.Fill(Seconds(0)).Used);
    }

    [Fact]
    public void A429WithoutRetryAfterIsLeftAloneForMinutes()
    {
        var windows = new RateWindows(_channels);
        Send(windows, RequestKind.Post, new() { Kind = ResponseKind.RateLimited });

        Assert.False(TryTake(windows, RequestKind.Post, at: 0, out var wait));
        Assert.True(wait >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A429WhileTheBucketHasRoomBlocksTheChannelForAllOfItsWebhooks()
    {
        var first = new RateWindows(_channels);
        var second = new RateWindows(_channels);
        first.JoinChannel("7");
        second.JoinChannel("7");

        Send(first, RequestKind.Post, new() { Kind = ResponseKind.RateLimited, RetryAfter = Seconds(40), Bucket = "a", Remaining = 3, ResetAfter = Seconds(1) });

        Assert.False(TryTake(second, RequestKind.Post, at: 39, out _));
        Assert.True(TryTake(second, RequestKind.Post, at: 40, out _));
    }

    [Fact]
    public void AGlobal429BlocksEveryWebhook()
    {
        var first = new RateWindows(_channels);
        var other = new RateWindows(_channels);

        Send(first, RequestKind.Post, new() { Kind = ResponseKind.RateLimited, RetryAfter = Seconds(2), IsGlobal = true });

        Assert.False(TryTake(other, RequestKind.Post, at: 1, out _));
        Assert.True(TryTake(other, RequestKind.Post, at: 2, out _));
    }

    [Fact]
    public void WhatAWebhookWasToldBeforeItsChannelWasKnownIsNotForgotten()
    {
        var first = new RateWindows(_channels);
        var second = new RateWindows(_channels);
        first.JoinChannel("7");
        Send(second, RequestKind.Post, new() { Kind = ResponseKind.RateLimited, RetryAfter = Seconds(40), Bucket = "a", Remaining = 3, ResetAfter = Seconds(1) });

        second.JoinChannel("7");

        Assert.False(TryTake(second, RequestKind.Post, at: 39, out _));
        Assert.False(TryTake(first, RequestKind.Post, at: 39, out _));
    }

    [Fact]
    public void ABanThatTheFirstQuestionMeetsIsNotKnockedAtByMessages()
    {
        var windows = new RateWindows(_channels);

        windows.AnswerQuestion(new() { Kind = ResponseKind.RateLimited }, Seconds(0));

        Assert.False(TryTake(windows, RequestKind.Post, at: 60, out _));
    }

    [Fact]
    public void ALimitOfQuestionsDoesNotHoldUpMessages()
    {
        var windows = new RateWindows(_channels);

        windows.AnswerQuestion(new() { Kind = ResponseKind.RateLimited, RetryAfter = Seconds(30), Bucket = "get", Remaining = 0, ResetAfter = Seconds(30) }, Seconds(0));

        Assert.True(TryTake(windows, RequestKind.Post, at: 0, out _));
    }

    private static void Send(RateWindows windows, RequestKind kind, WebhookResponse response)
    {
        Assert.True(TryTake(windows, kind, at: 0, out _));
        windows.Answer(kind, response, TimeSpan.Zero);
    }

    private static bool TryTake(RateWindows windows, RequestKind kind, double at, out TimeSpan wait)
        => windows.TryTake(kind, windows.Channel.Limit, Seconds(at), out wait);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
