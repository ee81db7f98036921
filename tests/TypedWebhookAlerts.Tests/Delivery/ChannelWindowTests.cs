using CsCheck;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class ChannelWindowTests
{
    [Fact]
    public void ASlotCountsFromWhenItsAnswerArrived()
    {
        var window = new ChannelWindow(limit: 3);
        Take(window, at: 0);

        window.Answer(Seconds(5), hasCounted: true);

        Assert.Equal(1, window.Fill(Seconds(64.9)).Used);
        Assert.Equal(0, window.Fill(Seconds(65)).Used);
    }

    [Fact]
    public void ARequestInFlightTakesASlotForAsLongAsItFlies()
    {
        var window = new ChannelWindow(limit: 3);
        Take(window, at: 0);

        Assert.Equal(1, window.Fill(Seconds(600)).Used);
    }

    [Fact]
    public void TwoSlotsAreLeftToCritical()
    {
        var window = new ChannelWindow(limit: 5);
        for (var i = 0; i < 3; i++)
        {
            Take(window, at: i);
            window.Answer(Seconds(i), hasCounted: true);
        }

        Assert.False(window.TryTake(Seconds(3), window.SlotsFor(isCritical: false), out var wait));
        Assert.Equal(Seconds(57), wait);
        Assert.True(window.TryTake(Seconds(3), window.SlotsFor(isCritical: true), out _));
        window.Answer(Seconds(3), hasCounted: true);
        Assert.True(window.TryTake(Seconds(3), window.SlotsFor(isCritical: true), out _));
        window.Answer(Seconds(3), hasCounted: true);
        Assert.False(window.TryTake(Seconds(3), window.SlotsFor(isCritical: true), out _));
    }

    [Fact]
    public void ABlockHoldsEvenCritical()
    {
        var window = new ChannelWindow(limit: 30);
        window.Refuse(Seconds(0), Seconds(45), until: Seconds(45));

        Assert.False(window.TryTake(Seconds(1), window.SlotsFor(isCritical: true), out var wait));
        Assert.Equal(Seconds(44), wait);
        Assert.True(window.TryTake(Seconds(45), window.SlotsFor(isCritical: true), out _));
    }

    [Fact]
    public void AShorterRefusalEndsNoLongerOne()
    {
        var window = new ChannelWindow(limit: 30);
        window.Refuse(Seconds(0), Seconds(45), until: Seconds(45));
        window.Refuse(Seconds(1), Seconds(2), until: Seconds(3));

        Assert.Equal(Seconds(45), window.BlockedUntil);
    }

    [Fact]
    public void WhatWasLearnedFromHalfOfTheRequestsIsForgottenWhenTheOthersAreKnown()
    {
        var window = new ChannelWindow(limit: 30);
        var other = new ChannelWindow(limit: 30);
        for (var i = 0; i < 12; i++)
        {
            Take(window, at: 0);
            window.Answer(Seconds(0), hasCounted: true);
        }

        window.Refuse(Seconds(0), Seconds(60), until: Seconds(60));
        Assert.Equal(12, window.Limit);
        Take(other, at: 0);
        other.Answer(Seconds(0), hasCounted: true);
        window.Absorb(other);

        Assert.Equal(30, window.Limit);
    }

    [Fact]
    public void AWebhookThatTurnsOutToShareAChannelBringsItsCountAlong()
    {
        var channels = new ChannelWindows(limit: 30);
        var first = channels.Create();
        var second = channels.Create();
        Take(first, at: 0);
        first.Answer(Seconds(1), hasCounted: true);
        Take(second, at: 0);
        second.Answer(Seconds(2), hasCounted: true);

        Assert.Same(first, channels.Join("7", first));
        Assert.Same(first, channels.Join("7", second));
        Assert.Same(first, channels.Join("7", first));
        Assert.Equal(2, first.Fill(Seconds(3)).Used);
        Assert.Equal(1, first.Fill(Seconds(61.5)).Used);
    }

    [Fact]
    public void NoSixtySecondsEverHoldMoreAnswersThanTheLimit()
        => Gen.Select(Gen.Int[3, 12], Gen.Double[0, 20].Array[200], Gen.Double[0, 5].Array[200]).Hold(
            (limit, pauses, trips) =>
            {
                var window = new ChannelWindow(limit);
                var answers = new List<double>();
                var now = 0.0;
                for (var i = 0; i < pauses.Length; i++)
                {
                    now += pauses[i];
                    while (!window.TryTake(Seconds(now), limit, out var wait))
                    {
                        Assert.True(wait > TimeSpan.Zero);
                        now += wait.TotalSeconds;
                    }

                    now += trips[i];
                    window.Answer(Seconds(now), hasCounted: true);
                    answers.Add(now);
                }

                // A tick is 100 ns: sums of doubles may differ from it by less.
                Assert.All(
                    answers.Skip(limit).Zip(answers),
                    pair => Assert.InRange(pair.First - pair.Second, 59.999, double.MaxValue));
            },
            count: 200);

    private static void Take(ChannelWindow window, double at)
        => Assert.True(window.TryTake(Seconds(at), window.Limit, out _));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
