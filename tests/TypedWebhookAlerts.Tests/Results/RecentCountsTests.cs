using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Results;

public sealed class RecentCountsTests
{
    private static readonly TimeSpan s_tenth = RecentCounts.Window / 10;

    private readonly VirtualTime _time = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(29)]
    public void ACountShowsForTheWholeWindowAndATenthMoreAtMost(int phase)
    {
        var counts = new RecentCounts(_time);
        _time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(phase));
        counts.Add(0, 3);

        _time.Advance(RecentCounts.Window);
        Assert.Equal(3, counts.Sum());
        _time.Advance(s_tenth);
        Assert.Equal(0, counts.Sum());
    }

    [Fact]
    public void WhatIsForgottenIsNotCountedAgainWhenItsPlaceIsTaken()
    {
        var counts = new RecentCounts(_time, kinds: 2);
        counts.Add(1, 3);
        _time.Advance(RecentCounts.Window + s_tenth);
        counts.Add(0, 1);

        Assert.Equal((1, 0), (counts.Sum(0), counts.Sum(1)));
    }
}
