using CsCheck;
using TypedWebhookAlerts.Monitoring;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>When a value is beyond its limit, when it is back, and what is told meanwhile.</summary>
public sealed class BreachTests
{
    [Fact]
    public void OneMeasurementIsEnoughAndTheLimitItselfIsNotBeyond()
        => Assert.Equal("- B - O - B O", Course(Above(10), 10, 11, 10.5, 10, 9, 11, 10));

    [Fact]
    public void BelowIsTheMirrorOfAbove()
        => Assert.Equal("- B - O - B O", Course(Below(10), 10, 9, 9.5, 10, 11, 9, 10));

    [Fact]
    public void WithHysteresisItIsOverWhenItHasFallenFarEnough()
        => Assert.Equal("B - - O - B", Course(Above(10) with { Until = 5 }, 11, 9, 5.1, 5, 9, 11));

    [Fact]
    public void ItMustBeBeyondForAsLongAsTheRuleSaysWithoutAPause()
        => Assert.Equal("- - - - - B", Course(Above(10) with { For = Seconds(20) }, 11, 11, 10, 11, 11, 11));

    [Fact]
    public void ItMustBeBackForAsLongAsWell()
        => Assert.Equal("- B - - - O -", Course(Above(10) with { For = Seconds(10) }, 11, 11, 9, 11, 9, 9, 9));

    [Fact]
    public void ItIsToldAgainWhenItIsHalfAsFarAgainBeyond()
        => Assert.Equal("B - - W - W", Course(Above(100), 120, 125, 130, 131, 120, 150));

    [Fact]
    public void BelowItIsToldAgainAsWell()
        => Assert.Equal("B - W -", Course(Below(100), 80, 70, 65, 80));

    [Fact]
    public void WhatTremblesAtTheLimitIsNotTold()
        => Assert.Equal("B - - W", Course(Above(100), 100.001, 100.002, 105, 105.1));

    [Fact]
    public void TheWorstIsRemembered()
    {
        var breach = new Breach(Above(10));
        breach.Judge(11, Seconds(0));
        breach.Judge(30, Seconds(10));
        breach.Judge(12, Seconds(20));

        Assert.Equal(BreachNews.Over, breach.Judge(2, Seconds(30)));
        Assert.Equal(30, breach.Worst);
    }

    [Fact]
    public void NewsBeginsAndEndsInTurnAndAClimbIsToldAFewTimes()
        => Gen.Select(Gen.Double[-50, 150], Gen.Double[0, 100], Gen.Int[0, 5], Gen.Bool)
            .SelectMany((limit, band, steps, isAbove) => Gen.Double[-200, 300].Array[1, 300].Select(values => (
                Rule(isAbove, limit) with
                {
                    Until = isAbove ? limit - band : limit + band, For = Seconds(10 * steps),
                },
                values)))
            .Hold((rule, values) =>
            {
                var breach = new Breach(rule);
                var isOpen = false;
                var worse = 0;
                for (var i = 0; i < values.Length; i++)
                {
                    var news = breach.Judge(values[i], Seconds(10 * i));
                    Assert.True(news != BreachNews.Begun || (!isOpen && rule.IsBeyond(values[i])));
                    Assert.True(news != BreachNews.Over || (isOpen && rule.IsBack(values[i])));
                    worse = news == BreachNews.Worse ? worse + 1 : news == BreachNews.Begun ? 0 : worse;
                    isOpen = news == BreachNews.Begun || (isOpen && news != BreachNews.Over);
                    Assert.Equal(isOpen, breach.IsOpen);
                    Assert.InRange(worse, 0, 60);
                }
            });

    private static ThresholdRule Above(double limit) => Rule(isAbove: true, limit);

    private static ThresholdRule Below(double limit) => Rule(isAbove: false, limit);

    private static ThresholdRule Rule(bool isAbove, double limit)
        => new("name", "title", "meter", "instrument") { IsAbove = isAbove, Limit = limit, Until = limit };

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>What values, ten seconds apart, are news of: Begun, Worse, Over, or nothing.</summary>
    private static string Course(ThresholdRule rule, params double[] values)
    {
        var breach = new Breach(rule);
        return string.Join(' ', values.Select((value, i) => breach.Judge(value, Seconds(10 * i)) switch
        {
            BreachNews.None => '-',
            var news => news.ToString()[0],
        }));
    }
}
