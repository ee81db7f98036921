using CsCheck;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Random;
using TypedWebhookAlerts.Tests;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>Whatever happens in whatever order, the ledger adds up and says what the channels show.</summary>
public sealed class RandomScenarios
{
    private static readonly Gen<Happening> s_happenings = Gen.Select(
        Gen.Frequency(
            (10, Gen.Const(Happening.Of.Raise)),
            (5, Gen.Const(Happening.Of.Repeat)),
            (4, Gen.Const(Happening.Of.Incident)),
            (5, Gen.Const(Happening.Of.Fault)),
            (1, Gen.Const(Happening.Of.Deletion)),
            (1, Gen.Const(Happening.Of.Flush)),
            (1, Gen.Const(Happening.Of.Healing))),
        Gen.Int[0, 99],
        Gen.Int[0, 59],
        Gen.Double[1, 5.5],
        (what, kind, amount, pause) => new Happening(what, kind, amount, pause));

    private static readonly Gen<Happening> s_happeningsWithEnds = Gen.Frequency(
        (12, s_happenings),
        (1, Gen.Double[1, 5.5].Select(pause => new Happening(Happening.Of.Restart, 0, 0, pause))),
        (1, Gen.Double[1, 5.5].Select(pause => new Happening(Happening.Of.Kill, 0, 0, pause))));

    private static readonly Gen<RandomSurroundings> s_surroundings = Gen.Select(
        Gen.OneOfConst(0, 0, 40, 300),
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        Gen.OneOfConst(30, 30, 20, 12),
        Gen.OneOfConst(30, 60, 300),
        Gen.Bool,
        (roundTrip, sharesChannel, hasFile, hasFallback, limit, fold, isFlushed)
            => new RandomSurroundings(roundTrip, sharesChannel, hasFile, hasFallback, limit, fold, isFlushed));

    [Fact]
    public Task AnyStoryIsToldByTheLedgerAsTheChannelsShowIt()
        => Gen.Select(s_happenings.Array[3, 40], s_surroundings)
            .HoldAsync(PlayAsync, count: 100, threads: 2, print: Print);

    [Fact]
    public Task AnyStoryWithRestartsAndKillsIsToldByTheLedgersAsTheChannelsShowIt()
        => Gen.Select(s_happeningsWithEnds.Array[3, 30], s_surroundings)
            .HoldAsync(PlayAsync, count: 40, threads: 2, print: Print);

    private static async Task PlayAsync((Happening[] Happenings, RandomSurroundings Surroundings) tale)
    {
        var (scenario, length) = new RandomStory(tale.Happenings, tale.Surroundings).Tell();
        await scenario.RunAsync(length);
    }

    private static string Print((Happening[] Happenings, RandomSurroundings Surroundings) story)
        => $"{story.Surroundings}: {string.Join(", ", story.Happenings)}";
}
