using TypedWebhookAlerts.Generators.Tests.Promise.Arguments;
using TypedWebhookAlerts.Generators.Tests.Promise.Declarations;
using TypedWebhookAlerts.IntegrationTests.Simulator;

namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>
/// If it compiles, Discord accepts it: random declarations, called with random hostile arguments, delivered by a real
/// pipeline to the simulator. One campaign is looked at from every side.
/// </summary>
public sealed class PromiseTests(PromiseCampaign campaign, ITestOutputHelper output) : IClassFixture<PromiseCampaign>
{
    [Fact]
    public void WhatNoRuleRefusesCompiles() => ExpectNone(Breach.DoesNotCompile);

    [Fact]
    public void NoCallThrows() => ExpectNone(Breach.CallThrew);

    [Fact]
    public void DiscordRefusesNothing() => ExpectNone(Breach.RefusedByDiscord);

    [Fact]
    public void EveryAcceptedAlertIsDeliveredOrCounted() => ExpectNone(Breach.LostOnTheWay);

    [Fact]
    public void NoArgumentFormatsLinksOrMentionsAnything() => ExpectNone(Breach.ArgumentIsLive);

    [Fact]
    public void NoCodeBlockIsLeftOpen() => ExpectNone(Breach.CodeIsLeftOpen);

    [Fact]
    public void ALiteralIsShownWholeUpToItsLimitAndCutAtItBeyond() => ExpectNone(Breach.LiteralIsNotWhole);

    [Fact]
    public void NoMessagePings() => ExpectNone(Breach.MayPing);

    [Theory]
    [InlineData("POST", "IncomingWebhookRequestPartial")]
    [InlineData("PATCH", "IncomingWebhookUpdateRequestPartial")]
    public void DiscordsOwnDescriptionAcceptsEveryBody(string method, string name)
    {
        var schema = DiscordSchema.Load(name);
        var bodies = campaign.Exchanges
            .Where(exchange => exchange.Method.Method == method)
            .Select(exchange => exchange.Body!)
            .ToList();
        output.WriteLine($"{bodies.Count} bodies judged");

        Assert.NotEmpty(bodies);
        Assert.Null(bodies.Find(body => !schema.Accepts(body)));
    }

    [Fact]
    public void TheCampaignHasTriedAllThatMatters()
    {
        output.WriteLine($"seed={campaign.Seed}\n{campaign.Coverage}");

        // A small campaign is only for mutations, which say by turning red that they were met.
        string[] buckets = campaign.Scale.IsFull ? [.. Buckets()] : ["calls"];
        var missed = string.Join(", ", buckets.Where(bucket => campaign.Coverage[bucket] == 0));

        Assert.Equal("", missed);
    }

    // A limit that a rule watches over is met by a declaration that is refused.
    private IEnumerable<string> Buckets()
        => ParameterKinds.All.Select(kind => $"type {kind.Type}")
            .Concat(Limit.All
                .Where(limit => campaign.Coverage[$"limit refused {limit}"] == 0)
                .Select(limit => $"limit {limit}"))
            .Concat(ReturnKind.All.Select(kind => $"returns {kind.Type}"))
            .Concat(Enum.GetValues<HostileClass>().Select(hostility => $"argument {hostility}"))
            .Concat(
            [
                "parameter AlertField", "parameter Inline", "parameter CodeBlock", "parameter AlertKey",
                "parameter UserId", "parameter Secret", "parameter AlertList", "setting Color",
                "setting EventId", "setting EventName",
                "setting CoalesceSeconds", "setting MaxPerMinute", "setting Title", "setting Footer", "route nowhere",
                "route by level", "level Trace", "level Critical", "refused by TWA1001", "refused by TWA1002",
                "refused by TWA1005", "refused by TWA1008", "refused by TWA1009", "refused by TWA1010",
                "refused by TWA1012", "refused by TWA1013", "refused by TWA1014", "refused by TWA1015",
                "refused by TWA1016", "refused by TWA1017", "request POST 200",
                "request PATCH 200", "ledger coalesced", "ledger refused by MaxPerMinute",
                "description of 0 code points", "description of 1 to 99 code points",
                "description of 100 to 999 code points", "description of 1900 to 2000 code points",
                "content of 1 to 99 code points", "content of 1900 to 2000 code points",
            ]);

    private void ExpectNone(Breach breach)
    {
        var findings = campaign.Breaches(breach);
        var first = string.Join('\n', findings.Take(3));
        Assert.True(findings.Count == 0, $"{findings.Count} times, seed={campaign.Seed}\n{first}");
    }
}
