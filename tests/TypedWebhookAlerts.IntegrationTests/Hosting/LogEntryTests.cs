using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Entries of the application's log as alerts.</summary>
public sealed class LogEntryTests
{
    [Fact]
    public async Task AnEntryShowsItsCategoryEventValuesScopesAndException()
    {
        await using var run = await StartAsync();
        var log = Logger(run);
        using (log.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r-1", ["Order"] = "outer" }))
        using (log.BeginScope("of {Customer}", "Ada"))
        using (log.BeginScope("night run"))
        {
            log.LogError(new EventId(42, "OrderFailed"), Thrown(), "Order {Order} failed in {Took} ms", 7, 12.5);
        }

        Assert.True(run.Flush());
        var embed = Assert.Single(run.Embeds);
        Assert.StartsWith("Order 7 failed in 12.5 ms\n", embed.Description, StringComparison.Ordinal);
        Assert.Contains("LogEntryTests.Thrown()", embed.Description!.Split("```")[1], StringComparison.Ordinal);
        Assert.Equal(
            [
                ("Category", "Shop.Orders"),
                ("Event", "OrderFailed (42)"),
                ("Order", "7"),
                ("Took", "12.5"),
                ("Scope", "night run"),
                ("Customer", "Ada"),
                ("RequestId", "r-1"),
            ],
            Fields(embed));
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(5, null, "5")]
    [InlineData(0, "Named", "Named")]
    public async Task AnEventIsShownWhereThereIsOne(int id, string? name, string? shown)
    {
        await using var run = await StartAsync();

        Logger(run).LogError(new EventId(id, name), "x");

        Assert.True(run.Flush());
        var fields = Fields(Assert.Single(run.Embeds))
            .Where(field => field.Name == "Event")
            .Select(field => field.Value);
        Assert.Equal(shown is null ? [] : [shown], fields);
    }

    [Fact]
    public async Task EntriesThatDifferInTimesFractionsAndScopesAreEqual()
    {
        await using var run = await StartAsync();
        var log = Logger(run);
        for (var i = 0; i < 10; i++)
        {
            using (log.BeginScope(new Dictionary<string, object?> { ["RequestId"] = i }))
            {
                log.LogError("Shard {Shard} was silent for {Took} s", 3, i / 3.0);
            }
        }

        log.LogError("Shard {Shard} was silent for {Took} s", 4, 1.0);
        Logger(run, "Shop.Others").LogError("Shard {Shard} was silent for {Took} s", 3, 1.0);

        Assert.True(run.Flush());
        Assert.Equal(3, run.Embeds.Count);
        Assert.Equal(9, run.Pipeline.Ledger.Coalesced);
    }

    [Fact]
    public async Task AFailureOfEveryRequestIsOneMessageWhateverItsIds()
    {
        await using var run = await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            Logger(run, "Microsoft.AspNetCore.Server.Kestrel").LogError(
                new EventId(13, "ApplicationError"),
                Thrown(),
                "Connection id \"{ConnectionId}\", Request id \"{TraceIdentifier}\": An unhandled exception was "
                    + "thrown.",
                $"0HNQ{i}",
                $"0HNQ{i}:00000001");
        }

        Assert.True(run.Flush());
        Assert.Contains("0HNQ0:00000001", Assert.Single(run.Embeds).Description, StringComparison.Ordinal);
        Assert.Equal(9, run.Pipeline.Ledger.Coalesced);
    }

    [Fact]
    public async Task AValuesNameIsShownWithoutItsSign()
    {
        await using var run = await StartAsync();

        Logger(run).LogError("{@Who} paid {$Sum} of {@}", "ann", 7, 1);

        Assert.True(run.Flush());
        Assert.Equal(["Category", "Who", "Sum", "@"], Fields(Assert.Single(run.Embeds)).Select(field => field.Name));
    }

    [Fact]
    public async Task EntriesWhoseValuesHaveNoRoomAreToldApartByTheirMessage()
    {
        await using var run = await StartAsync();
        var log = Logger(run);
        for (var i = 0; i < 2; i++)
        {
            var values = Enumerable.Range(0, 30).Select(n => KeyValuePair.Create($"v{n}", (object?)(n == 29 ? i : n)))
                .Append(new("{OriginalFormat}", "{v29}")).ToList();
            log.Log(LogLevel.Error, default, values, null, static (values, _) => $"{values[29].Value}");
        }

        Assert.True(run.Flush());
        Assert.Equal(["0", "1"], run.Embeds.Select(embed => embed.Description));
        Assert.All(
            run.Embeds, embed => Assert.EndsWith("\n-# +6 fields", embed.Fields[24].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EntriesWhoseValuesAreCutAreToldApartByTheirMessage()
    {
        await using var run = await StartAsync();
        var start = new string('x', 1024);
        Logger(run).LogError("{What} is wrong", start + "1");
        Logger(run).LogError("{What} is wrong", start + "2");

        Assert.True(run.Flush());
        Assert.Equal(2, run.Embeds.Count);
    }

    [Fact]
    public async Task WhatIsSentAfterAnEntryHasNothingOfIt()
    {
        await using var run = await StartAsync();
        Logger(run).LogError(new EventId(42, "OrderFailed"), "Order {Order} failed", 7);
        run.Pipeline.Send(LogLevel.Error, "sent");
        run.Pipeline.Send(LogLevel.Error, "sent another");

        Assert.True(run.Flush());
        Assert.Equal(["Order 7 failed", "sent", "sent another"], run.Embeds.Select(embed => embed.Description));
        Assert.All(run.Embeds.Skip(1), embed => Assert.Empty(embed.Fields));
    }

    [Fact]
    public async Task WhereThereIsNoHostsPipelineTheAmbientOneTakesEntries()
    {
        using var recorder = AlertRecorder.Start();
        using var factory = LoggerFactory.Create(logging => logging.AddWebhookAlerts());
        var log = factory.CreateLogger("Shop.Orders");

        log.LogWarning(new EventId(7, "Low"), "Low on {What}", "disk");
        log.LogInformation("fine");

        var alert = Assert.Single(recorder.All);
        Assert.Equal("TypedWebhookAlerts.LogEntry", alert.Name);
        Assert.Equal("Low on disk", alert.Get<string>("message"));
        Assert.Equal("Shop.Orders", alert.Get<string>("category"));
        Assert.Equal(7, alert.Get<int>("eventId"));
        Assert.Equal("disk", alert.Get<string>("What"));
    }

    [Fact]
    public void AfterTheFactoryIsDisposedNothingIsAnAlert()
    {
        using var recorder = AlertRecorder.Start();
        var factory = LoggerFactory.Create(logging => logging.AddWebhookAlerts());
        var log = factory.CreateLogger("Shop.Orders");
        log.LogError("in time");
        factory.Dispose();

        log.LogError("late");

        Assert.Equal("in time", Assert.Single(recorder.All).Get<string>("message"));
    }

    [Fact]
    public async Task TheActivitysIdsInTheOutermostScopeAreNoFields()
    {
        await using var run = await StartAsync(logging
            => logging.Configure(
                options => options.ActivityTrackingOptions =
                    ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId));
        using (new Activity("work").Start())
        {
            Logger(run).LogError("x");
        }

        Assert.True(run.Flush());
        Assert.DoesNotContain(Fields(Assert.Single(run.Embeds)), field => field.Name is "TraceId" or "SpanId");
    }

    [Fact]
    public async Task AnEntryWithinAnActivityShowsItsTrace()
    {
        await using var run = await StartAsync();
        string id;
        using (var activity = new Activity("work").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            id = activity.TraceId.ToHexString();
            Logger(run).LogError("x");
        }

        Assert.True(run.Flush());
        Assert.Equal(("Trace", id), Fields(Assert.Single(run.Embeds)).Last());
    }

    [Fact]
    public async Task AScopesValuesAreFieldsThoughAnActivityHasThemToo()
    {
        await using var run = await StartAsync();
        using (Logger(run).BeginScope(new Dictionary<string, object?> { ["Tags"] = "blue", ["Baggage"] = 2 }))
        {
            Logger(run).LogError("x");
        }

        Assert.True(run.Flush());
        Assert.Equal([("Tags", "blue"), ("Baggage", "2")], Fields(Assert.Single(run.Embeds)).Skip(1));
    }

    [Fact]
    public async Task NoEntryHoweverOddHarmsWhoeverLogs()
    {
        await using var run = await StartAsync();
        var log = Logger(run);
        using (log.BeginScope(new Throwing()))
        using (log.BeginScope(new Endless()))
        {
            log.Log(LogLevel.None, "none");
            log.Log(LogLevel.Error, default, "state", null, (_, _) => null!);
            log.Log<object?>(LogLevel.Error, default, null, null, (_, _) => throw new NotSupportedException());
            log.Log(LogLevel.Error, default, new Throwing(), null, (_, _) => "throwing state");
            log.Log(LogLevel.Error, default, new Endless(), null, (_, _) => "endless state");
        }

#pragma warning disable CA2017, CA2253 // a mistake of the user's, of which .NET's own formatter throws
        log.LogError("{0} of {1}", 1);
#pragma warning restore CA2017, CA2253

        Assert.True(run.Flush());
        var said = run.Embeds.Select(embed => embed.Description!.Split('\n')[0]).ToList();
        Assert.Contains("(NotSupportedException was thrown while formatting it)", said);
        Assert.Contains("throwing state", said);
        Assert.Contains("endless state", said);
        Assert.Contains("{0} of {1} (FormatException was thrown while formatting it)", said);
        Assert.Equal(5, run.Embeds.Count);
        Assert.Equal(0, run.Pipeline.Ledger.Refused);
    }

    [Fact]
    public async Task WhereTheFormatterHasNoWordsTheTemplateSpeaksOrTheException()
    {
        await using var run = await StartAsync();
        var values = new List<KeyValuePair<string, object?>> { new("{OriginalFormat}", "Shard {Shard} fell silent") };

        Logger(run).Log(LogLevel.Error, default, values, new TimeoutException("too late"), (_, _) => null!);
        Logger(run).Log(LogLevel.Error, default, 0, new TimeoutException("too late"), (_, _) => null!);

        Assert.True(run.Flush());
        Assert.Equal(
            ["Shard {Shard} fell silent", "too late"], run.Embeds.Select(embed => embed.Description!.Split('\n')[0]));
    }

    [Fact]
    public void AFactoryThatIsNotDotNetsOwnBeginsScopesThroughTheLogger()
    {
        using var recorder = AlertRecorder.Start();
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddWebhookAlerts())
            .BuildServiceProvider();
        var provider = (WebhookAlertsLoggerProvider)services.GetServices<ILoggerProvider>().Single();
        provider.SetScopeProvider(new LoggerExternalScopeProvider());
        var log = provider.CreateLogger("Shop.Orders");

        using (log.BeginScope("night run"))
        {
            log.LogError("x");
        }

        log.LogError("y");

        Assert.Equal("night run", recorder.All[0].Get<string>("Scope"));
        Assert.DoesNotContain("Scope", recorder.All[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AValueThatLogsWhileItIsReadGoesOnNoFurther()
    {
        await using var run = await StartAsync();
        var log = Logger(run);
        var depth = 0;
        log.Log(LogLevel.Error, default, "outer", null, (_, _) =>
        {
            depth++;
            log.LogError("inner");
            return "outer";
        });

        Assert.True(run.Flush());
        Assert.Equal("outer", Assert.Single(run.Embeds).Description);
    }

    private static async Task<HostRun> StartAsync(Action<ILoggingBuilder>? logging = null)
    {
        var run = new HostRun(builder =>
        {
            builder.Logging.ClearProviders().AddWebhookAlerts();
            logging?.Invoke(builder.Logging);
        });
        await run.StartAsync(TestContext.Current.CancellationToken);
        return run;
    }

    private static ILogger Logger(HostRun run, string category = "Shop.Orders")
        => run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    private static TimeoutException Thrown()
    {
        try
        {
            throw new TimeoutException("too late");
        }
        catch (TimeoutException exception)
        {
            return exception;
        }
    }

    private static IEnumerable<(string Name, string Value)> Fields(SimulatedEmbed embed)
        => embed.Fields.Select(field => (field.Name, field.Value));

    private sealed class Throwing : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => throw new NotSupportedException();

        public KeyValuePair<string, object?> this[int index] => throw new NotSupportedException();

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();

        public override string ToString() => throw new NotSupportedException();
    }

    private sealed class Endless : IEnumerable<KeyValuePair<string, object?>>
    {
        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            for (var i = 0; ; i++)
            {
                yield return new($"n{i}", new string('x', 5000));
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
