using CsCheck;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>A hidden window is known after one refusal.</summary>
public sealed class WindowLearnerTests
{
    [Theory]
    [InlineData(12, 30)]
    [InlineData(12, 60)]
    [InlineData(20, 90)]
    [InlineData(5, 10)]
    public void ABurstThatIsRefusedNamesTheWindowExactly(int limit, int period)
    {
        var answers = new AnswerLog();
        for (var i = 0; i < limit; i++)
        {
            answers.Add(Seconds(100 + (0.2 * i)));
        }

        var refusedAt = Seconds(100 + (0.2 * limit));
        var rules = WindowLearner.Learn(answers, refusedAt, Seconds(100 + period) - refusedAt, Seconds(60));

        Assert.Equal([new WindowRule(limit, Seconds(period))], rules);
    }

    [Fact]
    public void WhatWasAcceptedBeforeRulesOutWindowsThatWouldHaveRefusedIt()
    {
        // A burst of ten, which a window of 5 would have refused; 65 s later, after five more, a refusal.
        var answers = new AnswerLog();
        for (var i = 0; i < 10; i++)
        {
            answers.Add(Seconds(0.1 * i));
        }

        for (var i = 0; i < 5; i++)
        {
            answers.Add(Seconds(65 + (0.1 * i)));
        }

        var rules = WindowLearner.Learn(answers, Seconds(66), Seconds(24), Seconds(60));

        Assert.Equal([new WindowRule(15, Seconds(90))], rules);
    }

    [Theory]
    [InlineData(0, 10)] // nothing was sent: somebody else fills the channel
    [InlineData(2, 50)]
    [InlineData(20, 3600)] // no window is so long
    public void ARefusalThatOurOwnRequestsDoNotExplainTeachesNothing(int sent, double retryAfter)
    {
        var answers = new AnswerLog();
        for (var i = 0; i < sent; i++)
        {
            answers.Add(Seconds(i));
        }

        Assert.Empty(WindowLearner.Learn(answers, Seconds(30), Seconds(retryAfter), Seconds(60)));
    }

    [Fact]
    public void AnyHiddenWindowIsOverrunOnceAtMost()
        => Gen.Select(Gen.Int[3, 45], Gen.Int[3, 60], Gen.Double[0, 0.6], Pauses).Hold(
            (limit, period, trip, pauses) => Assert.InRange(Refusals(limit, period, trip, pauses), 0, 1), count: 2000);

    private static Gen<double[]> Pauses
        => Gen.Frequency((10, Gen.Const(0.0)), (3, Gen.Double[0, 1]), (2, Gen.Double[0, 6]), (1, Gen.Double[10, 90]))
            .Array[300];

    private static int Refusals(int limit, int period, double trip, double[] pauses)
    {
        var hidden = new HiddenWindow(limit, Seconds(period));
        var window = new ChannelWindow(limit: 30);
        var now = TimeSpan.Zero;
        foreach (var pause in pauses)
        {
            now += Seconds(pause);
            if (now > TimeSpan.FromMinutes(50))
            {
                // What was learned is forgotten after an hour.
                break;
            }

            var isAccepted = false;
            while (!isAccepted && hidden.Refused <= 2)
            {
                while (!window.TryTake(now, window.Limit, out var wait))
                {
                    now += wait;
                }

                var retryAfter = hidden.Take(now + Seconds(trip / 2));
                now += Seconds(trip);
                isAccepted = retryAfter is null;
                if (retryAfter is { } asked)
                {
                    window.Refuse(now, asked, until: now + asked);
                }

                window.Answer(now, isAccepted);
            }
        }

        return hidden.Refused;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
