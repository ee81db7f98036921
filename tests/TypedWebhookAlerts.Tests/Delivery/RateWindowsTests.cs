using CsCheck;
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
        Send(
            windows,
            RequestKind.Post,
            new() { Kind = ResponseKind.Confirmed, Bucket = "a", Remaining = 0, ResetAfter = Seconds(1.5) });

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out var wait));
        Assert.Equal(Seconds(0.5), wait);
        Assert.True(TryTake(windows, RequestKind.Patch, at: 1, out _));
        Assert.True(TryTake(windows, RequestKind.Post, at: 1.5, out _));
    }

    [Fact]
    public void AnAnswerWithoutHeadersKeepsWhatWasKnown()
    {
        var windows = new RateWindows(_channels);
        Send(
            windows,
            RequestKind.Post,
            new() { Kind = ResponseKind.Confirmed, Bucket = "a", Remaining = 0, ResetAfter = Seconds(9) });
        Send(windows, RequestKind.Patch, new() { Kind = ResponseKind.Transient });

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out _));
    }

    [Fact]
    public void ARequestWithoutAnAnswerMayHaveTakenItsPlace()
    {
        var windows = new RateWindows(_channels);
        Send(
            windows,
            RequestKind.Post,
            new()
            {
                Kind = ResponseKind.Confirmed,
                Status = 200,
                Bucket = "a",
                Remaining = 1,
                ResetAfter = Seconds(9),
            });
        Send(windows, RequestKind.Post, new() { Kind = ResponseKind.Transient, MayHaveArrived = true });

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out _));
        Assert.True(TryTake(windows, RequestKind.Post, at: 9, out _));
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

        Send(
            first,
            RequestKind.Post,
            new()
            {
                Kind = ResponseKind.RateLimited,
                RetryAfter = Seconds(40),
                Bucket = "a",
                Remaining = 3,
                ResetAfter = Seconds(1),
            });

        Assert.False(TryTake(second, RequestKind.Post, at: 39, out _));
        Assert.True(TryTake(second, RequestKind.Post, at: 40, out _));
    }

    [Fact]
    public void AGlobal429BlocksEveryWebhook()
    {
        var first = new RateWindows(_channels);
        var other = new RateWindows(_channels);

        Send(
            first,
            RequestKind.Post,
            new() { Kind = ResponseKind.RateLimited, RetryAfter = Seconds(2), IsGlobal = true });

        Assert.False(TryTake(other, RequestKind.Post, at: 1, out _));
        Assert.True(TryTake(other, RequestKind.Post, at: 2, out _));
    }

    [Fact]
    public void WhatAWebhookWasToldBeforeItsChannelWasKnownIsNotForgotten()
    {
        var first = new RateWindows(_channels);
        var second = new RateWindows(_channels);
        first.JoinChannel("7");
        Send(
            second,
            RequestKind.Post,
            new()
            {
                Kind = ResponseKind.RateLimited,
                RetryAfter = Seconds(40),
                Bucket = "a",
                Remaining = 3,
                ResetAfter = Seconds(1),
            });

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

        windows.AnswerQuestion(
            new()
            {
                Kind = ResponseKind.RateLimited,
                RetryAfter = Seconds(30),
                Bucket = "get",
                Remaining = 0,
                ResetAfter = Seconds(30),
            },
            Seconds(0));

        Assert.True(TryTake(windows, RequestKind.Post, at: 0, out _));
    }

    [Fact]
    public void LanesOfOneWebhookShareItsBucketAndLanesOfAnotherDoNot()
    {
        var first = new RateWindows(_channels, webhook: 1);
        var thread = new RateWindows(_channels, webhook: 1);
        var other = new RateWindows(_channels, webhook: 2);

        Send(
            first,
            RequestKind.Post,
            new() { Kind = ResponseKind.Confirmed, Bucket = "a", Remaining = 1, ResetAfter = Seconds(2) });

        Assert.True(TryTake(first, RequestKind.Post, at: 1, out _));
        Assert.False(TryTake(thread, RequestKind.Post, at: 1, out var wait));
        Assert.Equal(Seconds(1), wait);
        Assert.True(TryTake(other, RequestKind.Post, at: 1, out _));
    }

    [Fact]
    public void AnswersWithoutHeadersAreKeptToFiveInTwoSeconds()
    {
        var windows = new RateWindows(_channels);
        for (var i = 0; i < 5; i++)
        {
            Send(windows, RequestKind.Post, new() { Kind = ResponseKind.Confirmed, Status = 200 });
        }

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out var wait));
        Assert.Equal(Seconds(1), wait);
        Assert.True(TryTake(windows, RequestKind.Post, at: 2, out _));
    }

    [Fact]
    public void OfAnswersThatOvertookEachOtherTheOneThatLeavesLessCounts()
    {
        var windows = new RateWindows(_channels);
        Assert.True(TryTake(windows, RequestKind.Post, at: 0, out _));
        Assert.True(TryTake(windows, RequestKind.Post, at: 0, out _));
        foreach (var remaining in new[] { 0, 1 })
        {
            windows.Answer(
                RequestKind.Post,
                new()
                {
                    Kind = ResponseKind.Confirmed,
                    Status = 200,
                    Bucket = "a",
                    Remaining = remaining,
                    ResetAfter = Seconds(2),
                },
                Seconds(0.1));
        }

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out _));
    }

    [Fact]
    public void WhenTheHeadersStayAwayTheUnannouncedLimitIsKeptAgain()
    {
        var windows = new RateWindows(_channels);
        Send(
            windows,
            RequestKind.Post,
            new()
            {
                Kind = ResponseKind.Confirmed,
                Status = 200,
                Bucket = "a",
                Remaining = 100,
                ResetAfter = Seconds(1),
            });
        for (var i = 0; i < 4; i++)
        {
            Send(windows, RequestKind.Post, new() { Kind = ResponseKind.Confirmed, Status = 200 });
        }

        Assert.False(TryTake(windows, RequestKind.Post, at: 1, out _));
    }

    [Fact]
    public void AskingInVainTakesNothingOfTheGlobalLimit()
    {
        var full = new RateWindows(_channels, webhook: 1);
        Send(
            full,
            RequestKind.Post,
            new() { Kind = ResponseKind.Confirmed, Bucket = "a", Remaining = 0, ResetAfter = Seconds(9) });
        for (var i = 0; i < 100; i++)
        {
            Assert.False(TryTake(full, RequestKind.Post, at: 2, out _));
        }

        Assert.True(TryTake(new RateWindows(_channels, webhook: 2), RequestKind.Post, at: 2, out _));
    }

    [Fact]
    public void AfterAnAnswerARefusalIsTheFirstOfItsRowAgain()
    {
        var windows = new RateWindows(_channels);
        var refused = new WebhookResponse
        {
            Kind = ResponseKind.RateLimited,
            Status = 429,
            RetryAfter = Seconds(0),
            Bucket = "a",
            Remaining = 0,
            ResetAfter = Seconds(0),
        };
        Answer(refused, at: 0);
        Answer(refused, at: 0);
        Assert.False(TryTake(windows, RequestKind.Post, at: 0, out _));
        Answer(
            new() { Kind = ResponseKind.Confirmed, Status = 200, Bucket = "a", Remaining = 5, ResetAfter = Seconds(1) },
            at: 1);
        Answer(refused, at: 2);

        Assert.True(TryTake(windows, RequestKind.Post, at: 2, out _));

        void Answer(WebhookResponse response, double at)
        {
            Assert.True(TryTake(windows, RequestKind.Post, at, out _));
            windows.Answer(RequestKind.Post, response, Seconds(at));
        }
    }

    [Fact]
    public void ARefusalByTheChannelIsLearnedForAnHourAndWhenItComesAgainForTwo()
    {
        var windows = new RateWindows(_channels);
        var now = 0.0;
        foreach (var hours in new[] { 1, 2, 4 })
        {
            for (var i = 0; i < 12; i++)
            {
                windows.Channel.TryTake(Seconds(now), windows.Channel.Limit, out _);
                windows.Channel.Answer(Seconds(now), hasCounted: true);
            }

            Assert.True(TryTake(windows, RequestKind.Post, now, out _));
            windows.Answer(
                RequestKind.Post,
                new() { Kind = ResponseKind.RateLimited, Status = 429, IsShared = true, RetryAfter = Seconds(60) },
                Seconds(now));
            Assert.Equal(12, windows.Channel.Limit);

            Assert.Equal(12, windows.Channel.Fill(Seconds(now + (hours * 3600) - 1)).Limit);
            Assert.Equal(30, windows.Channel.Fill(Seconds(now + (hours * 3600))).Limit);
            now += (hours * 3600) + 100;
        }
    }

    [Fact]
    public void WhatHoldsALaneUpIsToldForHealth()
    {
        var windows = new RateWindows(_channels);
        Assert.Null(windows.Hold(Seconds(0)));

        Send(
            windows,
            RequestKind.Post,
            new()
            {
                Kind = ResponseKind.RateLimited,
                Status = 429,
                RetryAfter = Seconds(5),
                Bucket = "a",
                Remaining = 0,
                ResetAfter = Seconds(5),
            });
        Assert.Equal(new WindowHold(HoldReason.RateLimited, Seconds(5)), windows.Hold(Seconds(1)));

        windows.AnswerQuestion(
            new() { Kind = ResponseKind.RateLimited, Status = 429, RetryAfter = Seconds(3), IsGlobal = true },
            Seconds(1));
        Assert.Equal(HoldReason.GlobalLimit, windows.Hold(Seconds(1))?.Reason);

        windows.AnswerQuestion(new() { Kind = ResponseKind.RateLimited, Status = 429 }, Seconds(1));
        Assert.Equal(new WindowHold(HoldReason.Banned, Seconds(121)), windows.Hold(Seconds(1)));
        Assert.Null(windows.Hold(Seconds(121)));
    }

    [Fact]
    public void AThousandRefusalsPauseEveryLaneAndThoseOfAChannelDoNotCount()
    {
        var budget = new InvalidRequestBudget(TimeProvider.System);
        var channels = new ChannelWindows(limit: 30, budget);
        var windows = new RateWindows(channels);
        for (var i = 0; i < 1000; i++)
        {
            windows.AnswerQuestion(
                new() { Kind = ResponseKind.RateLimited, Status = 429, IsShared = true, RetryAfter = Seconds(0) },
                Seconds(0));
            windows.AnswerQuestion(new() { Kind = ResponseKind.Dead, Status = 404 }, Seconds(0));
        }

        Assert.Equal(TimeSpan.Zero, budget.Wait());
        for (var i = 0; i < 1000; i++)
        {
            windows.AnswerQuestion(new() { Kind = ResponseKind.Dead, Status = i % 2 == 0 ? 401 : 403 }, Seconds(0));
        }

        Assert.False(TryTake(new RateWindows(channels), RequestKind.Post, at: 5, out var wait));
        Assert.True(wait > TimeSpan.FromMinutes(8));
        Assert.Equal(HoldReason.InvalidRequests, windows.Hold(Seconds(5))?.Reason);
    }

    [Fact]
    public void HeadersThatLieKeepNoLaneWaitingForMoreThanAnHour()
        => Gen.Select(Gen.Int, Gen.Double[0, 1e12], Gen.Int[0, 5000], Gen.Bool).Array[1, 60].Hold(answers =>
        {
            var windows = new RateWindows(new ChannelWindows(limit: 3000));
            var now = TimeSpan.Zero;
            foreach (var (remaining, seconds, hash, isRefused) in answers)
            {
                for (var asked = 0;
                    !windows.TryTake(RequestKind.Post, windows.Channel.Limit, now, out var wait);
                    asked++)
                {
                    Assert.InRange(wait, TimeSpan.FromTicks(1), TimeSpan.FromHours(1));
                    Assert.True(asked < 5);
                    now += wait;
                }

                var time = TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
                windows.Answer(
                    RequestKind.Post,
                    new()
                    {
                        Kind = isRefused ? ResponseKind.RateLimited : ResponseKind.Confirmed,
                        Status = isRefused ? 429 : 200,
                        RetryAfter = time,
                        Bucket = $"{hash}",
                        Remaining = remaining,
                        ResetAfter = time,
                    },
                    now);
            }
        });

    private static void Send(RateWindows windows, RequestKind kind, WebhookResponse response)
    {
        Assert.True(TryTake(windows, kind, at: 0, out _));
        windows.Answer(kind, response, TimeSpan.Zero);
    }

    private static bool TryTake(RateWindows windows, RequestKind kind, double at, out TimeSpan wait)
        => windows.TryTake(kind, windows.Channel.Limit, Seconds(at), out wait);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
