using System.Diagnostics;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>An alert shows the trace that it was raised in.</summary>
public sealed class TraceTests : IDisposable
{
    private readonly ActivitySource _source = new($"{nameof(TraceTests)} {Guid.NewGuid()}");
    private readonly ActivityListener _listener;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == _source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task AnAlertWithinAnActivityShowsItsTrace()
    {
        await using var run = new HostRun();
        await run.StartAsync(Token);

        string id;
        using (var activity = _source.StartActivity("command")!)
        {
            id = activity.TraceId.ToHexString();
            run.Pipeline.Numbered(1);
            using var child = _source.StartActivity("query");
            run.Pipeline.CommandFailed("db", "it broke", 1, null);
        }

        run.Pipeline.Numbered(2);
        run.Flush();

        Assert.Equal(
            [("Trace", id, true)], run.Embeds[0].Fields.Select(field => (field.Name, field.Value, field.Inline)));
        Assert.Equal(("Trace", id), (run.Embeds[1].Fields[^1].Name, run.Embeds[1].Fields[^1].Value));
        Assert.Empty(run.Embeds[2].Fields);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATraceUrlMakesTheTraceALink(bool useEmbeds)
    {
        await using var run = new HostRun(
            options: options => options.UseEmbeds = useEmbeds,
            settings: [("WebhookAlerts:TraceUrl", "https://traces.example/trace/{traceId}")]);
        await run.StartAsync(Token);

        string id;
        using (var activity = _source.StartActivity("command")!)
        {
            id = activity.TraceId.ToHexString();
            run.Pipeline.Numbered(1);
        }

        run.Flush();

        var message = Assert.Single(run.Discord.Messages);
        if (useEmbeds)
        {
            Assert.Equal($"[{id}](https://traces.example/trace/{id})", message.Embeds[0].Fields[0].Value);
        }
        else
        {
            Assert.Contains(
                $"\n**Trace:** [{id}](<https://traces.example/trace/{id}>)\n",
                message.Content,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatIsRaisedBeforeTheHostStartsKeepsItsTrace()
    {
        await using var run = new HostRun();
        string id;
        using (var activity = _source.StartActivity("startup")!)
        {
            id = activity.TraceId.ToHexString();
            run.Pipeline.Numbered(1);
        }

        await run.StartAsync(Token);
        run.Flush();

        Assert.Equal(id, Assert.Single(run.Embeds[0].Fields).Value);
    }

    [Fact]
    public async Task EqualAlertsOfDifferentTracesAreOneMessageThatShowsTheFirst()
    {
        await using var run = new HostRun();
        await run.StartAsync(Token);

        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var activity = _source.StartActivity("command")!;
            ids.Add(activity.TraceId.ToHexString());
            run.Pipeline.Numbered(1);
        }

        run.Flush();

        Assert.Equal(ids[0], Assert.Single(run.Embeds).Fields[0].Value);
        Assert.Equal(2, run.Pipeline.Ledger.Coalesced);
    }

    [Fact]
    public async Task ReceiptsAndIncidentsShowTheirTraceToo()
    {
        await using var run = new HostRun();
        await run.StartAsync(Token);

        string id;
        AlertReceipt receipt;
        using (var activity = _source.StartActivity("command")!)
        {
            id = activity.TraceId.ToHexString();
            receipt = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
            run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db");
        }

        run.Flush();

        Assert.Equal(AlertOutcomeKind.Delivered, (await receipt.Delivered).Kind);

        // A Critical is for two routes.
        Assert.Equal([id, id, id], run.Embeds.Select(embed => embed.Fields[^1].Value));
    }

    [Fact]
    public async Task WhatIsSentWithoutADeclarationShowsItsTraceToo()
    {
        await using var run = new HostRun();
        await run.StartAsync(Token);

        string id;
        using (var activity = _source.StartActivity("command")!)
        {
            id = activity.TraceId.ToHexString();
            run.Pipeline.Send(LogLevel.Error, "it broke", null, ("guild", "Stats"));
        }

        run.Pipeline.Send(LogLevel.Error, "it broke elsewhere");
        run.Flush();

        Assert.Equal(
            ["guild: Stats", $"Trace: {id}"], run.Embeds[0].Fields.Select(field => $"{field.Name}: {field.Value}"));
        Assert.Empty(run.Embeds[1].Fields);
    }

    [Fact]
    public async Task AnActivityOfTheOldKindHasNoTrace()
    {
        await using var run = new HostRun();
        await run.StartAsync(Token);

        using (var activity = new Activity("old").SetIdFormat(ActivityIdFormat.Hierarchical).Start())
        {
            run.Pipeline.Numbered(1);
        }

        run.Flush();

        Assert.Empty(run.Embeds[0].Fields);
    }
}
