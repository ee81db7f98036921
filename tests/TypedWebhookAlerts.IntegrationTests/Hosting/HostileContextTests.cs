using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What an application and a webhook say of themselves may be anything.</summary>
public sealed class HostileContextTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Lines =>
    [
        new string('x', 4_000_000),
        "\u001b[31mred\u001b[0m\r\n@everyone <@1> **bold** ||spoiler|| `code` [a](https://b.c)",
        "\ud800\udfff\ud83d",
        "\0\0\0",
        string.Concat(Enumerable.Repeat("e\u0301\u0302\u0303", 5000)),
        "",
        " \t\u2028\u200b",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task WhateverTheContextSaysDiscordTakesTheAlert(string line)
    {
        await using var run = new HostRun(options: options => options.Context = new Context(() => line));
        await run.StartAsync(Cancelled);

        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(5));
        run.Pipeline.CommandFailed("db", "it broke", 0, null);
        run.Pipeline.CommandFailed("db", "it broke", ulong.MaxValue, null);
        Assert.True(run.Flush());

        Assert.Equal((3, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
        Assert.All(run.Embeds, embed => Assert.True(embed.Footer!.Length <= 2048));
    }

    [Fact]
    public async Task AContextThatAlertsReloadsAndThrowsIsToldOnce()
    {
        HostRun? self = null;
        await using var run = new HostRun(options: options => options.Context = new Context(() =>
        {
            self?.Pipeline.WorkerStopped("context");
            self?.Reload(("WebhookAlerts:BatchSize", "4"));
            _ = self?.Pipeline.Health;
            throw new NotSupportedException("https://the-secret");
        }));
        await run.StartAsync(Cancelled);
        self = run;

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        run.Run(TimeSpan.FromMinutes(10));

        Assert.Equal(0, run.Pipeline.Ledger.Pending);
        Assert.Single(run.Warnings());
        Assert.InRange(run.Pipeline.Ledger.Raised, 1, 20);
    }

    [Fact]
    public async Task AContextThatHangsShowsAsUnhealthyAndKeepsNobodyFromTheEnd()
    {
        using var hang = new ManualResetEventSlim();
        using var isHeld = new ManualResetEventSlim();
        var run = new HostRun(options: options => options.Context = new Context(() =>
        {
            isHeld.Set();
            hang.Wait(CancellationToken.None);
            return null;
        }));
        await run.StartAsync(Cancelled);
        run.Pipeline.Numbered(1);
        isHeld.Wait(Cancelled);

        run.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(PipelineStatus.Unhealthy, run.Pipeline.Health.Status);
        Assert.Equal(1, run.Pipeline.Ledger.Pending);
        await new VirtualDriver(run.Time, run.Discord, run.Pipeline, static () => 0)
            .PushUntilEndedAsync(run.Pipeline.DisposeAsync().AsTask(), TimeSpan.FromSeconds(8));
        run.Host.Dispose();
        hang.Set();
        await run.Discord.DisposeAsync();
    }

    [Theory]
    [InlineData(ActivityIdFormat.Hierarchical, "|a.b.c.")]
    [InlineData(ActivityIdFormat.W3C, "00-00000000000000000000000000000000-0000000000000000-00")]
    [InlineData(ActivityIdFormat.W3C, "not an id at all")]
    [InlineData(ActivityIdFormat.Unknown, "")]
    public async Task AnOddActivityMakesNoOddAlert(ActivityIdFormat format, string parent)
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:TraceUrl", "https://t.example/{traceId}")]);
        await run.StartAsync(Cancelled);

        using (var activity = new Activity("x"))
        {
            activity.SetIdFormat(format == ActivityIdFormat.Unknown ? ActivityIdFormat.W3C : format);
            if (parent.Length > 0)
            {
                activity.SetParentId(parent);
            }

            activity.Start();
            run.Pipeline.Numbered(1);
            activity.Stop();
            Activity.Current = activity;
            run.Pipeline.Numbered(2);
            Activity.Current = null;
        }

        using (var never = new Activity("never started"))
        {
            never.SetIdFormat(ActivityIdFormat.W3C);
            run.Pipeline.Numbered(3);
        }

        Assert.True(run.Flush());
        Assert.Equal(3, run.Pipeline.Ledger.Delivered);
        Assert.DoesNotContain(
            run.Embeds.SelectMany(embed => embed.Fields),
            field => field.Value.Contains("00000000000000000000000000000000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert({traceId})")]
    [InlineData("https://user:password@t.example/{traceId}")]
    [InlineData("file:///etc/{traceId}")]
    [InlineData("//t.example/{traceId}")]
    [InlineData("https:///{traceId}")]
    [InlineData("https://t.example/{traceid}")]
    [InlineData("https://{traceId}.example/")]
    public async Task ATraceUrlThatCannotBeALinkFailsTheStart(string template)
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:TraceUrl", template)]);

        var mistakes = await Assert.ThrowsAsync<OptionsValidationException>(() => run.Host.StartAsync(Cancelled));

        Assert.StartsWith("WebhookAlerts:TraceUrl must be", Assert.Single(mistakes.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://t.example/{traceId}?q={traceId}")]
    [InlineData("https://t.example/a b)({traceId}>)[x](https://evil.example)")]
    [InlineData("https://t.example/{0}{{{traceId}}}\"\\")]
    [InlineData("HTTPS://T.EXAMPLE/\ud83d\ude00{traceId}")]
    public async Task WhateverATraceUrlHoldsItEndsNoLink(string template)
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:TraceUrl", template)]);
        await run.StartAsync(Cancelled);
        using (var activity = new Activity("x").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            run.Pipeline.Numbered(1);
        }

        Assert.True(run.Flush());
        var link = Assert.Single(run.Embeds[0].Fields).Value;
        Assert.Matches(@"^\[[0-9a-f]{32}\]\([^\s()<>\[\]]+\)$", link);
    }

    [Fact]
    public async Task AWebhooksNameIsInertInTheLog()
    {
        await using var run = new HostRun(
            routes: ["error"], settings: [("WebhookAlerts:VerifyOnStart", "true")]);
        run.Discord.Faults.OnReads().AnswerWith(Fault.Status(
            HttpStatusCode.OK,
            """{"id":"1","name":"a\r\nerror: forged\u001b[31m\u2028\u2029\u0085\u202e **x** '","channel_id":"-5"}"""));
        await run.StartAsync(Cancelled);
        run.Run(TimeSpan.FromMinutes(1));

        var check = Verify(run).Single(check => check.Route == "error");

        Assert.True(check.IsReachable);
        var shown = check + string.Concat(run.Log.GetSnapshot().Select(entry => entry.Message));
        Assert.DoesNotContain(shown, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e');
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently, "")]
    [InlineData(HttpStatusCode.OK, "{")]
    [InlineData(HttpStatusCode.OK, "[]")]
    [InlineData(HttpStatusCode.OK, """{"name":5,"channel_id":{"id":[]},"id":null}""")]
    [InlineData(HttpStatusCode.OK, """{"name":null,"channel_id":"99999999999999999999999999"}""")]
    [InlineData(HttpStatusCode.Continue, "{}")]
    [InlineData((HttpStatusCode)999, "{}")]
    [InlineData(HttpStatusCode.TooManyRequests, """{"retry_after":1e308}""")]
    public async Task AWebhookThatLiesHasAnAnswerAndTheAlertsArrive(HttpStatusCode status, string body)
    {
        await using var run = new HostRun(routes: ["error"], settings: [("WebhookAlerts:VerifyOnStart", "true")]);
        run.Discord.Faults.Next(3).OnReads().AnswerWith(Fault.Status(status, body));
        await run.StartAsync(Cancelled);
        run.Run(TimeSpan.FromSeconds(30));

        Assert.Single(Verify(run), check => check.Route == "error");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromHours(2));

        Assert.Equal((1, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Pending));
        Assert.DoesNotContain(
            run.Log.GetSnapshot(), entry => entry.Message.Contains("webhooks/", StringComparison.Ordinal));
    }

    private static IReadOnlyList<RouteCheck> Verify(HostRun run)
    {
        var checks = run.Pipeline.VerifyAsync(Cancelled);
        run.RunUntil(() => checks.IsCompleted, TimeSpan.FromMinutes(1));
        return checks.GetAwaiter().GetResult();
    }

    private sealed class Context(Func<string?> describe) : IAlertContext
    {
        public string? Describe() => describe();
    }
}
