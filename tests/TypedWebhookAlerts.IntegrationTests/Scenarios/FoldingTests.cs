using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A flood of equal alerts is one message whose counter moves.</summary>
public sealed class FoldingTests
{
    [Fact]
    public async Task AThousandEqualAlertsAreOneMessageThatCountsThem()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(run.Pipeline.WorkerStopped("w1"));
        }

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        var embed = Assert.Single(Assert.Single(run.Discord.Messages).Embeds);
        Assert.StartsWith("Worker w1 stopped\n-# ×1,000 · <t:", embed.Description, StringComparison.Ordinal);
        Assert.Equal(
            "raised=1000 refused=0 accepted=1000 delivered=1 coalesced=999 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task RepeatsOnDisplayMoveTheCounterByFewEditsAndNoNewMessage()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(1));

        for (var second = 0; second < 120; second++)
        {
            run.Pipeline.WorkerStopped("w1");
            run.Run(TimeSpan.FromSeconds(1));
        }

        var message = Assert.Single(run.Discord.Messages);
        Assert.InRange(message.Edits, 3, 6); // after 5, 10, 20, 40… s
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Contains("×121", Assert.Single(run.Discord.Messages).Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(0, run.Pipeline.Ledger.Pending);
    }

    [Fact]
    public async Task WhenTheWindowEndsTheCounterIsFinalAndTheNextEqualAlertIsAMessageOfItsOwn()
    {
        await using var run = new VirtualRun((options, _) => options.CoalesceWindow = TimeSpan.FromSeconds(30));
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(28));
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(5));

        Assert.Contains("×2", Assert.Single(run.Discord.Messages).Embeds[0].Description, StringComparison.Ordinal);
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(5));

        Assert.Equal(2, run.Discord.Messages.Count);
        Assert.Equal(
            "raised=3 refused=0 accepted=3 delivered=2 coalesced=1 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task AnotherArgumentIsAnotherAlert()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        run.Pipeline.WorkerStopped("w2");

        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(2, run.Shown);
    }

    [Fact]
    public async Task AnAlertThatAsksForItIsNeverFolded()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 12; i++)
        {
            run.Pipeline.NeverFolded(1);
        }

        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(12, run.Shown);
    }

    [Fact]
    public async Task ExceptionsOfAnotherTypeAreAnotherAlertAndOfTheSameTypeAreTheSame()
    {
        await using var run = new VirtualRun();
        run.Pipeline.CommandFailed("c", "m", 1, new InvalidOperationException("first"));
        run.Pipeline.CommandFailed("c", "m", 1, new InvalidOperationException("second"));
        run.Pipeline.CommandFailed("c", "m", 1, new TimeoutException("third"));
        run.Pipeline.CommandFailed("c", "m", 1, null);

        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(3, run.Shown);
        Assert.Equal(1, run.Pipeline.Ledger.Coalesced);
    }

    [Fact]
    public async Task ACriticalOvertakesAStorm()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 5000; i++)
        {
            run.Pipeline.Numbered(i);
        }

        run.Run(TimeSpan.FromSeconds(5));
        var raised = run.Time.GetUtcNow();
        run.Pipeline.DatabaseDown("db-1");
        run.RunUntil(() => HasCritical(run.Discord), TimeSpan.FromMinutes(5));

        Assert.InRange(run.Time.GetUtcNow() - raised, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task WhatTheBudgetRefusedIsToldWithTheNextMessage()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 3; i++)
        {
            Assert.True(run.Pipeline.Limited(i));
        }

        run.Settle();
        for (var i = 3; i < 10; i++)
        {
            Assert.False(run.Pipeline.Limited(i));
        }

        run.Run(TimeSpan.FromSeconds(61));
        Assert.True(run.Pipeline.Limited(99));
        run.Flush(TimeSpan.FromMinutes(1));

        var last = run.Discord.Messages.SelectMany(message => message.Embeds).Last();
        Assert.StartsWith("Shy 99\n-#", last.Description, StringComparison.Ordinal);
        Assert.Contains("and 7 more", last.Description, StringComparison.Ordinal);
        Assert.Equal(7, run.Pipeline.Ledger.RefusedBy[RefusalReason.RateLimited]);
    }

    private static bool HasCritical(DiscordSimulator discord)
        => discord.Messages
            .SelectMany(message => message.Embeds)
            .Any(embed => embed.Description == "Database db-1 does not answer");
}
