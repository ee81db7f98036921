using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using TypedWebhookAlerts.Tests;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>An alert that Discord refuses takes no other along.</summary>
public sealed partial class PoisonTests
{
    [Theory]
    [InlineData("""{"code":50035,"errors":{"content":{"_errors":[]},"embeds":{"2":{"description":{"_errors":[]}}}}}""")]
    [InlineData("""{"embeds":["2"]}""")]
    [InlineData("""{"embeds":["2","2","77","x"],"code":50035}""")]
    public async Task OnlyTheNamedAlertIsRemovedAndTheOthersGoOnInOneMessage(string body)
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest, body);
        Raise(run, count: 5);

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(
            ["Number 0", "Number 1", "Number 3", "Number 4"],
            run.Discord.Messages[0].Embeds.Select(embed => embed.Description));
        Assert.Equal(4, run.Shown);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Rejected]);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public Task WhenNobodyIsNamedAnyNumberOfThemIsFoundByHalves()
        => Gen.Select(Gen.Bool.Array[1, 10], Gen.OneOfConst("{}", "<html>", """{"embeds":["99"]}""")).HoldAsync(
            async (poison, body) =>
            {
                await using var run = new VirtualRun();
                run.Faults.Outage = (request, posted) =>
                    request.Method == HttpMethod.Post && Numbers(posted).Any(number => poison[number])
                        ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(body) }
                        : null;
                Raise(run, poison.Length);

                Assert.True(run.Flush(TimeSpan.FromHours(1)));

                var poisoned = poison.Count(isPoison => isPoison);
                Assert.Equal(
                    Enumerable.Range(0, poison.Length).Where(number => !poison[number]),
                    run.Faults.Posted
                        .Where(posted => !Numbers(posted).Any(number => poison[number]))
                        .SelectMany(Numbers));
                Assert.Equal(poisoned, run.Pipeline.Ledger.DroppedBy[DropReason.Rejected]);
                run.Pipeline.AssertSettled();

                // One by one it would be a request for each; the last tells of the losses.
                var depth = Math.Ceiling(Math.Log2(poison.Length)) + 1;
                Assert.InRange(run.Faults.Posted.Count, 1, 1 + (2 * depth * poisoned) + 1);
            },
            count: 100,
            threads: 2);

    [Fact]
    public async Task WhatIsRefusedAloneIsDroppedAndTheNextIsSent()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest, """{"code":50006}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(2);

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Rejected]);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ContentsAreFoundByHalvesToo()
    {
        await using var run = new VirtualRun((options, _) => options.UseEmbeds = false);
        run.Faults.Outage = (_, posted) => posted.Contains("Number 3", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"embeds":["0"]}""") }
            : null;
        Raise(run, count: 8);

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        var ledger = run.Pipeline.Ledger;
        Assert.Equal((7, 1), (ledger.Delivered, ledger.DroppedBy[DropReason.Rejected]));
    }

    private static void Raise(VirtualRun run, int count)
    {
        run.Settle();
        for (var i = 0; i < count; i++)
        {
            run.Pipeline.Numbered(i);
        }
    }

    private static IEnumerable<int> Numbers(string posted)
        => Number().Matches(posted).Select(match => int.Parse(match.Groups[1].ValueSpan));

    [GeneratedRegex("\"Number ([0-9]+)\"")]
    private static partial Regex Number();
}
