using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What is sent without a declaration.</summary>
public sealed class SendTests
{
    [Fact]
    public async Task ATextAnExceptionAndNamedValuesAreAnAlertLikeAnyOther()
    {
        await using var run = await StartAsync();

        Assert.True(run.Pipeline.Send(
            LogLevel.Error,
            "no declaration needed",
            new TimeoutException("too late"),
            ("guild", "Stats"),
            ("shard", 3)));

        Assert.True(run.Flush());
        var embed = Assert.Single(run.Embeds);
        Assert.StartsWith(
            "no declaration needed\nSystem.TimeoutException", Plain(embed.Description), StringComparison.Ordinal);
        Assert.Contains("too late", embed.Description, StringComparison.Ordinal);
        Assert.Equal([("guild", "Stats", true), ("shard", "3", true)], Fields(embed));
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task NeitherMessageNorNamesNorValuesFormatLinkOrPing()
    {
        await using var run = await StartAsync();

        run.Pipeline.Send(LogLevel.Error, "**@everyone** `a`", null, ("__who__ @here", "[x](http://y) <@5>"));

        Assert.True(run.Flush());
        var embed = Assert.Single(run.Embeds);
        Assert.Contains(@"\*\*", embed.Description, StringComparison.Ordinal);
        Assert.Contains(@"\`a\`", embed.Description, StringComparison.Ordinal);
        Assert.Contains(@"\_\_who\_\_", embed.Fields[0].Name, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](http://y)", embed.Fields[0].Value, StringComparison.Ordinal);
        Assert.Contains(@"\<@5>", embed.Fields[0].Value, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(run.Discord.Messages).Mentions);
    }

    [Fact]
    public async Task EqualOnesAreFoldedWhateverTheirTimesAndFractions()
    {
        await using var run = await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            run.Pipeline.Send(
                LogLevel.Error,
                "slow",
                null,
                ("took", TimeSpan.FromMilliseconds(i)),
                ("load", i / 3.0),
                ("host", "db-1"));
        }

        run.Pipeline.Send(LogLevel.Error, "slow", null, ("took", TimeSpan.Zero), ("load", 0.0), ("host", "db-2"));
        run.Pipeline.Send(LogLevel.Error, "slow", new TimeoutException(), ("host", "db-1"));
        run.Pipeline.Send(LogLevel.Error, "slow", new InvalidOperationException(), ("host", "db-1"));

        Assert.True(run.Flush());
        Assert.Equal(4, run.Embeds.Count);
        Assert.Equal(9, run.Pipeline.Ledger.Coalesced);

        // In the order in which they were given, those of the key or not.
        Assert.Equal(["took", "load", "host"], run.Embeds[0].Fields.Select(field => field.Name));
    }

    [Fact]
    public async Task ALevelThatGoesNowhereIsIgnored()
    {
        await using var run = await StartAsync();

        Assert.False(run.Pipeline.Send(LogLevel.Debug, "x"));
        Assert.False(run.Pipeline.Send(LogLevel.None, "x"));
        Assert.False(run.Pipeline.Send((LogLevel)77, "x"));
        Assert.False(run.Pipeline.Send((LogLevel)(-1), "x"));
        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task WhatAValueThrowsIsShownInItsPlace()
    {
        await using var run = await StartAsync();

        Assert.True(run.Pipeline.Send(
            LogLevel.Error, "odd", null, ("bad", new Hostile()), (null!, null), ("list", new[] { 1, 2 }), ("good", 1)));

        Assert.True(run.Flush());
        Assert.Equal(
            [
                ("bad", "(NotSupportedException was thrown while reading it)", false),
                ("(null)", "(null)", true),
                ("list", "1, 2", true),
                ("good", "1", true),
            ],
            Fields(Assert.Single(run.Embeds)));
    }

    [Fact]
    public async Task AValueOfSeveralLinesHasNoOthersBesideIt()
    {
        await using var run = await StartAsync();

        run.Pipeline.Send(LogLevel.Error, "x", null, ("lines", "a\nb"), ("line", "a b"));

        Assert.True(run.Flush());
        Assert.Equal([false, true], run.Embeds[0].Fields.Select(field => field.Inline));
    }

    [Fact]
    public async Task AQueryIsNotRunToShowIt()
    {
        await using var run = await StartAsync();
        var runs = 0;

        run.Pipeline.Send(LogLevel.Error, "x", null, ("query", Rows().AsQueryable()));

        Assert.True(run.Flush());
        Assert.Single(run.Embeds[0].Fields);
        Assert.Equal(0, runs);

        IEnumerable<int> Rows()
        {
            runs++;
            yield return 1;
        }
    }

    [Fact]
    public void ALongValueIsCutBetweenCharacters()
    {
        using var recorder = AlertRecorder.Start();

        WebhookAlerts.Pipeline.Send(LogLevel.Error, "x", null, ("long", new string('x', 1023) + "🚨 and more"));

        Assert.Equal(new string('x', 1023), Assert.Single(recorder.All).Get<string>("long"));
    }

    [Fact]
    public async Task AValueThatSendsWhileItIsReadDisturbsNothing()
    {
        await using var run = await StartAsync();

        run.Pipeline.Send(LogLevel.Error, "outer", null, ("a", 1), ("chatty", new Chatty(run.Pipeline)), ("b", 2));

        Assert.True(run.Flush());
        Assert.Equal(["inner", "outer"], run.Embeds.Select(embed => embed.Description));
        Assert.Equal([("a", "1", true), ("chatty", "said", true), ("b", "2", true)], Fields(run.Embeds[1]));
    }

    [Fact]
    public async Task TheLongestTextsFitTheSmallestRingAndFieldsThatHaveNoRoomAreCounted()
    {
        await using var run = await StartAsync(options => options.RingBytes = 128 * 1024);
        var fields = Enumerable.Range(0, 30).Select(
            i => ($"{i} " + new string('n', 3000), (object?)new string('v', 10_000)));

        Assert.True(run.Pipeline.Send(LogLevel.Error, new string('m', 100_000), new TimeoutException(), [.. fields]));
        Assert.True(run.Pipeline.Send(
            LogLevel.Error, "many", null, [.. Enumerable.Range(0, 30).Select(i => ($"f{i}", (object?)i))]));

        Assert.True(run.Flush());
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
        var (large, many) = (run.Embeds[0], run.Embeds[1]);
        Assert.Equal(("…", "+27 fields"), (large.Fields[^1].Name, large.Fields[^1].Value));
        Assert.Equal(25, many.Fields.Count);
        Assert.Equal("24\n-# +5 fields", many.Fields[24].Value);
    }

    [Fact]
    public async Task ARecorderHearsThemByOneName()
    {
        await using var run = await StartAsync();
        using var recorder = AlertRecorder.Start();

        WebhookAlerts.Pipeline.Send(LogLevel.Warning, "low on disk", new TimeoutException(), ("free", 5), ("on", null));

        var alert = Assert.Single(recorder.All);
        Assert.Equal("TypedWebhookAlerts.AlertPipeline.Send", alert.Name);
        Assert.Equal("low on disk\nfree: 5\non: (null)\nSystem.TimeoutException: The operation has timed out.",
            alert.Text.ReplaceLineEndings("\n"));
        Assert.Equal("5", alert.Get<string>("free"));
        Assert.Null(alert.Get<string>("on"));
        Assert.IsType<TimeoutException>(alert.Exception);
    }

    private static async Task<HostRun> StartAsync(Action<WebhookAlertOptions>? options = null)
    {
        var run = new HostRun(options: options);
        await run.StartAsync(TestContext.Current.CancellationToken);
        return run;
    }

    private static string? Plain(string? markdown) => markdown?.Replace("*", "", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Value, bool Inline)> Fields(SimulatedEmbed embed)
        => embed.Fields.Select(field => (field.Name, field.Value, field.Inline));

    private sealed class Hostile
    {
        public override string ToString() => throw new NotSupportedException();
    }

    private sealed class Chatty(AlertPipeline pipeline)
    {
        public override string ToString()
        {
            pipeline.Send(LogLevel.Error, "inner", null, ("a", "other"));
            return "said";
        }
    }
}
