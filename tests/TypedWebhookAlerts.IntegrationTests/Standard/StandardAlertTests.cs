using TypedWebhookAlerts.IntegrationTests.Hosting;
using TypedWebhookAlerts.IntegrationTests.Simulator;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Standard;

/// <summary>The standard alerts as a host sends them: their looks to the letter, and their routes.</summary>
public sealed class StandardAlertTests
{
    private const ulong Member = 1234567890123456789;
    private const ulong Moderator = 987654321098765432;

    private static readonly string[] s_routes = ["error", "info", "performance", "member-events"];

    private static readonly TracedException s_failure = new("The database does not answer.");

    /// <summary>Each alert without a pipeline and with one, and where it goes.</summary>
    private static readonly Dictionary<string, (string Route, Action Raise, Action<AlertPipeline> RaiseIn)> s_alerts =
        new()
    {
        ["Error"] = (
            "error",
            () => StandardAlerts.Error("Database", "The guild's activity could not be saved.", s_failure),
            pipeline => StandardAlerts.Error(
                pipeline, "Database", "The guild's activity could not be saved.", s_failure)),
        ["ErrorInItsOwnWords"] = (
            "error",
            () => StandardAlerts.Error("Database", s_failure),
            pipeline => StandardAlerts.Error(pipeline, "Database", s_failure)),
        ["Performance"] = (
            "performance",
            () => StandardAlerts.Performance("Gateway latency", "812 ms", "500 ms", "Shard 3 of 8"),
            pipeline => StandardAlerts.Performance(pipeline, "Gateway latency", "812 ms", "500 ms", "Shard 3 of 8")),
        ["SystemStatus"] = (
            "info",
            () => StandardAlerts.SystemStatus("Maintenance", "Commands are off until the migration is done."),
            pipeline => StandardAlerts.SystemStatus(
                pipeline, "Maintenance", "Commands are off until the migration is done.")),
        ["MemberJoined"] = (
            "member-events",
            () => StandardAlerts.MemberJoined("ada_l", Member, "Analytical Engines", 1843),
            pipeline => StandardAlerts.MemberJoined(pipeline, "ada_l", Member, "Analytical Engines", 1843)),
        ["MemberLeft"] = (
            "member-events",
            () => StandardAlerts.MemberLeft("ada_l", Member, "Analytical Engines", 1842),
            pipeline => StandardAlerts.MemberLeft(pipeline, "ada_l", Member, "Analytical Engines", 1842)),
        ["MemberBanned"] = (
            "member-events",
            () => StandardAlerts.MemberBanned("ada_l", Member, "Analytical Engines", Moderator, "Spam in *general*"),
            pipeline => StandardAlerts.MemberBanned(
                pipeline, "ada_l", Member, "Analytical Engines", Moderator, "Spam in *general*")),
    };

    public static TheoryData<string> Names => [.. s_alerts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ItLooksAsItsFileSaysAndTakesItsRoute(string name)
    {
        var (route, raise, _) = s_alerts[name];

        var (body, routed) = await SendAsync(_ => raise());

        JsonSnapshot.Verify(
            body.Replace($"\"{Environment.MachineName}\"", "\"machine-1\"", StringComparison.Ordinal), name);
        Assert.Equal(route, routed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GivenAPipelineItIsTheSame(string name)
    {
        var (_, raise, raiseIn) = s_alerts[name];

        Assert.Equal(await SendAsync(_ => raise()), await SendAsync(raiseIn));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task DiscordsSchemaAcceptsIt(string name)
    {
        var schema = DiscordSchema.Load("IncomingWebhookRequestPartial");

        Assert.True(schema.Accepts((await SendAsync(s_alerts[name].RaiseIn)).Body));
    }

    [Fact]
    public async Task AnExceptionThatWasNeverThrownHasAllItsFields()
    {
        await using var run = Run();
        await run.StartAsync(TestContext.Current.CancellationToken);

        StandardAlerts.Error("Database", new InvalidOperationException("not thrown"));

        Assert.True(run.Flush());
        var embed = Assert.Single(run.Embeds);
        Assert.Equal(
            ["Error Type", "Component", "Timestamp", "Message", "Stack Trace"],
            embed.Fields.Select(field => field.Name));
    }

    [Fact]
    public async Task WhatCannotBeReadOrIsNullIsSaidAndNotThrown()
    {
        await using var run = Run();
        await run.StartAsync(TestContext.Current.CancellationToken);

        StandardAlerts.Error("Database", new UnreadableException());
        StandardAlerts.Error("Database", null!);
        StandardAlerts.MemberBanned("ada_l", Member, "Analytical Engines", Moderator, reason: null);

        Assert.True(run.Flush());
        Assert.Equal(
            ["(its message threw NotSupportedException)", "(null)"],
            run.Discord
                .Find("error")!.Messages
                .SelectMany(message => message.Embeds)
                .Select(embed => embed.Fields[3].Value));
        Assert.Equal("No reason was given", run.Discord.Find("member-events")!.Messages[0].Embeds[0].Fields[^1].Value);
    }

    [Fact]
    public async Task EqualErrorsAreOneMessageThoughTimePasses()
    {
        await using var run = Run();
        await run.StartAsync(TestContext.Current.CancellationToken);

        StandardAlerts.Error("Database", s_failure);
        run.Run(TimeSpan.FromMinutes(1));
        StandardAlerts.Error("Database", s_failure);
        StandardAlerts.Error("Gateway", s_failure);

        Assert.True(run.Flush());
        Assert.Equal((2, 1), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
    }

    [Fact]
    public async Task TheMetricAndItsDetailsMakePerformanceAlertsEqualAndNotTheValue()
    {
        await using var run = Run();
        await run.StartAsync(TestContext.Current.CancellationToken);

        StandardAlerts.Performance("Latency", "812 ms", "500 ms", "Shard 3");
        StandardAlerts.Performance("Latency", "813 ms", "500 ms", "Shard 3");
        StandardAlerts.Performance("Latency", "812 ms", "500 ms", "Shard 4");

        Assert.True(run.Flush());
        Assert.Equal((2, 1), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
    }

    private static HostRun Run(List<string>? bodies = null)
        => new(
            options: options =>
            {
                var handler = options.HttpMessageHandler!;
                options.HttpMessageHandler = () => new RecordingHandler(handler(), bodies ?? []);
            },
            settings: [("WebhookAlerts:ApplicationName", "StatsBot"), ("WebhookAlerts:IncludeBotInfo", "false")],
            routes: s_routes);

    private static async Task<(string Body, string Route)> SendAsync(Action<AlertPipeline> raise)
    {
        var bodies = new List<string>();
        await using var run = Run(bodies);
        await run.StartAsync(TestContext.Current.CancellationToken);
        raise(run.Pipeline);
        Assert.True(run.Flush());
        return (Assert.Single(bodies), s_routes.Single(route => run.Discord.Find(route)!.Messages.Count > 0));
    }

    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new NotSupportedException();
    }
}
