using CsCheck;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Tests;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Reloading;

/// <summary>Whatever is reloaded while whatever happens, the ledger adds up and says what the channels show.</summary>
public sealed class RandomReloadTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromHours(12);

    private static readonly Gen<ReloadEvent[]> s_stories = Gen.Select(
        Gen.Frequency(
            (8, Gen.Const(ReloadEvent.Of.Raise)),
            (4, Gen.Const(ReloadEvent.Of.Repeat)),
            (3, Gen.Const(ReloadEvent.Of.Incident)),
            (4, Gen.Const(ReloadEvent.Of.Fault)),
            (4, Gen.Const(ReloadEvent.Of.Wait)),
            (6, Gen.Const(ReloadEvent.Of.Reload)),
            (1, Gen.Const(ReloadEvent.Of.Flush))),
        Gen.Int[0, int.MaxValue],
        (what, chance) => new ReloadEvent(what, chance)).Array[4, 40];

    private static readonly Gen<(ReloadEvent[] Happenings, int RoundTrip)> s_tales =
        Gen.Select(s_stories, Gen.OneOfConst(0, 0, 250));

    [Fact]
    public Task TheLedgerAddsUpAndTellsWhatTheChannelsShow()
        => s_tales.HoldAsync(
            tale => PlayAsync(tale.Happenings, tale.RoundTrip),
            count: 150,
            threads: 2,
            print: tale => $"{tale.RoundTrip} ms: {string.Join(" ", tale.Happenings.AsEnumerable())}");

    private static async Task PlayAsync(ReloadEvent[] happenings, int roundTrip)
    {
        var story = new ReloadStory(TimeSpan.FromMilliseconds(roundTrip));
        foreach (var happening in happenings)
        {
            story.Let(happening);
            story.Run.Pipeline.Ledger.AssertAddsUp();
        }

        story.End();
        Assert.True(story.Run.Flush(s_long), story.Run.Pipeline.Ledger.ToString());
        story.Run.Run(s_long);
        var ledger = story.Run.Pipeline.Ledger;
        ledger.AssertAddsUp();
        Assert.Equal(0, ledger.Pending);
        Assert.Equal(story.Raised, ledger.Raised);
        Assert.Equal(story.CountShown(), (ledger.Delivered, ledger.Coalesced));
        Assert.Equal(story.Places, story.Run.Pipeline.Lanes);
        await story.Run.DisposeAsync();
        Assert.Equal(ledger.ToString(), story.Run.Pipeline.Ledger.ToString());
    }
}
