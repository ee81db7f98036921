using CsCheck;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
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

    /// <summary>Plays stories: the same in every run, for what lands must not depend on chance; or fresh ones, as many
    /// as <c>FRESH_STORIES</c> says, made smaller when they fail.</summary>
    [Fact]
    public Task TheLedgerAddsUpAndTellsWhatTheChannelsShow()
        => int.TryParse(Environment.GetEnvironmentVariable("FRESH_STORIES"), out var fresh)
            ? s_tales.SampleAsync(
                tale => PlayAsync(tale.Happenings, tale.RoundTrip),
                iter: fresh,
                threads: 2,
                print: tale => $"{tale.RoundTrip} ms: {string.Join(" ", tale.Happenings.AsEnumerable())}")
            : Parallel.ForEachAsync(
                Enumerable.Range(0, 150),
                new ParallelOptions { MaxDegreeOfParallelism = 2 },
                async (number, _) =>
                {
                    var (happenings, roundTrip) = s_tales.Generate(new PCG(0, (ulong)number), null, out var _);
                    await PlayAsync(happenings, roundTrip);
                });

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
