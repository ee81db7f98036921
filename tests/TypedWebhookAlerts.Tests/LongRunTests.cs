using System.Collections.Concurrent;
using CsCheck;
using Xunit;

namespace TypedWebhookAlerts.Tests;

public sealed class LongRunTests
{
    public LongRunTests() => Assert.SkipWhen(LongRun.Seconds > 0, "It is of the ordinary run.");

    [Fact]
    public async Task EveryOrdinaryRunLooksAtTheSameValues()
    {
        var looks = new[] { new ConcurrentBag<double>(), [], [] };
        Gen.Double.Hold(looks[0].Add, count: 50, threads: 1);
        Gen.Double.Hold(looks[1].Add, count: 50);
        await Gen.Double.HoldAsync(value => Task.Run(() => looks[2].Add(value)), count: 50);

        Assert.Equal(50, looks[0].Distinct().Count());
        Assert.All(looks, values => Assert.Equal(looks[0].Order(), values.Order()));
    }

    [Fact]
    public async Task AValueOfWhichItDoesNotHoldIsToldWithWhatRepeatsIt()
    {
        var told = Assert.Throws<CsCheckException>(() => Gen.Int[0, 1000].Hold(value => Assert.InRange(value, 0, 900)));
        Assert.Contains("CsCheck_Seed=", told.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<CsCheckException>(
            () => Gen.Int[0, 1000].HoldAsync(value => Task.Run(() => Assert.InRange(value, 0, 900))));
    }

    [Fact]
    public async Task WhatHoldsTheSecondTimeDidNotHold()
    {
        var isFirst = true;
        Assert.Throws<InvalidOperationException>(() => Gen.Int.Hold(_ => Once(ref isFirst), threads: 1));
        isFirst = true;
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Gen.Int.HoldAsync(_ => Task.Run(() => Once(ref isFirst)), threads: 1));
    }

    private static void Once(ref bool isFirst)
    {
        var was = isFirst;
        isFirst = false;
        Assert.False(was);
    }
}
