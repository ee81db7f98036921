using CsCheck;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class GlobalWindowTests
{
    private static readonly WebhookResponse s_confirmed = new() { Kind = ResponseKind.Confirmed, Status = 200 };
    private static readonly WebhookResponse s_banned = new() { Kind = ResponseKind.RateLimited, Status = 429 };

    [Fact]
    public void NoSecondEverHoldsMoreThanFiftyAnswersAndNobodyWaitsLongerThanNeeded()
        => Gen.Select(Gen.Int[0, 20].Array[300], Gen.Int[0, 300]).Hold((pauses, trip) =>
        {
            var window = new GlobalWindow();
            var answers = new List<TimeSpan>();
            var now = TimeSpan.Zero;
            foreach (var pause in pauses)
            {
                now += TimeSpan.FromMilliseconds(pause);
                if (!window.TryTake(now, out var wait))
                {
                    // A moment before, the fiftieth but one answer is still younger than a second.
                    Assert.Equal(answers[^50] + TimeSpan.FromSeconds(1) - now, wait);
                    now += wait;
                    Assert.True(window.TryTake(now, out _));
                }

                now += TimeSpan.FromMilliseconds(trip / 100);
                window.Answer(s_confirmed, now);
                answers.Add(now);
            }

            for (var i = 50; i < answers.Count; i++)
            {
                Assert.True(answers[i] - answers[i - 50] >= TimeSpan.FromSeconds(1));
            }
        });

    [Fact]
    public void RequestsInFlightCountToo()
    {
        var window = new GlobalWindow();
        for (var i = 0; i < 50; i++)
        {
            Assert.True(window.TryTake(TimeSpan.Zero, out _));
        }

        Assert.False(window.TryTake(TimeSpan.FromSeconds(5), out _));
        window.Answer(s_confirmed, TimeSpan.FromSeconds(5));
        Assert.False(window.TryTake(TimeSpan.FromSeconds(5.9), out _));
        Assert.True(window.TryTake(TimeSpan.FromSeconds(6), out _));
    }

    [Fact]
    public void ABanIsWaitedOutTwiceAsLongEachTimeUpToAnHourAndForgottenWhenItIsOver()
    {
        var window = new GlobalWindow();
        var now = TimeSpan.Zero;
        foreach (var minutes in new[] { 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.True(window.TryTake(now, out _));
            window.Answer(s_banned, now);
            Assert.Equal(TimeSpan.FromMinutes(minutes), window.Ban(asked: null, now));
            Assert.False(window.TryTake(now, out var wait));
            now += wait;
        }

        Assert.True(window.TryTake(now, out _));
        window.Answer(s_confirmed, now);
        Assert.Equal(TimeSpan.FromMinutes(2), window.Ban(asked: null, now));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(30, 30)]
    [InlineData(300, 60)]
    public void ABanThatNamesItsTimeIsWaitedOutForThatButNoLongerThanAnHour(int asked, int minutes)
        => Assert.Equal(
            TimeSpan.FromMinutes(minutes), new GlobalWindow().Ban(TimeSpan.FromMinutes(asked), TimeSpan.Zero));

    [Fact]
    public void ABanThatSeveralLanesMeetAtOnceIsOneBan()
    {
        var window = new GlobalWindow();

        Assert.Equal(TimeSpan.FromMinutes(2), window.Ban(asked: null, TimeSpan.Zero));
        Assert.Null(window.Ban(asked: null, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromMinutes(2), window.BannedUntil);
    }

    [Fact]
    public void AfterABanOneGoesAheadOfTheOthers()
    {
        var window = new GlobalWindow();
        window.Ban(asked: null, TimeSpan.Zero);
        var over = TimeSpan.FromMinutes(2);

        Assert.True(window.TryTake(over, out _));
        Assert.False(window.TryTake(over, out _));
        window.Answer(s_confirmed, over);
        Assert.True(window.TryTake(over, out _));
        Assert.True(window.TryTake(over, out _));
    }
}
