using System.Reflection;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Each variable, flipped, changes what a host's channel, its file, its clock or its log shows.</summary>
[Collection(OnAmbient.Name)]
public sealed class ConfigurationVariableTests : IDisposable
{
    private const ulong User = 123456789012344821;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void EveryKnownVariableHasATest()
        => Assert.Equal(
            WebhookVariables.Names.Order(StringComparer.Ordinal),
            GetType().GetMethods()
                .SelectMany(test => test.GetCustomAttributes<FlipsAttribute>())
                .Select(flips => flips.Variable)
                .Order(StringComparer.Ordinal));

    [Fact]
    [Flips("WEBHOOK_ERROR_URL")]
    public Task AnErrorGoesToTheAddress()
        => AssertAddressAsync("WEBHOOK_ERROR_URL", pipeline => pipeline.Numbered(1));

    [Fact]
    [Flips("WEBHOOK_ERROR_URL_FILE")]
    public Task AnErrorGoesToTheAddressInTheFile()
        => AssertAddressAsync("WEBHOOK_ERROR_URL_FILE", pipeline => pipeline.Numbered(1));

    [Fact]
    [Flips("WEBHOOK_INFO_URL")]
    public Task AnInformationGoesToTheAddress()
        => AssertAddressAsync("WEBHOOK_INFO_URL", pipeline => pipeline.Joined("Ann"));

    [Fact]
    [Flips("WEBHOOK_INFO_URL_FILE")]
    public Task AnInformationGoesToTheAddressInTheFile()
        => AssertAddressAsync("WEBHOOK_INFO_URL_FILE", pipeline => pipeline.Joined("Ann"));

    [Fact]
    [Flips("WEBHOOK_PERFORMANCE_URL")]
    public Task WhatNamesPerformanceGoesToTheAddress()
        => AssertAddressAsync("WEBHOOK_PERFORMANCE_URL", pipeline => pipeline.Slow(3));

    [Fact]
    [Flips("WEBHOOK_PERFORMANCE_URL_FILE")]
    public Task WhatNamesPerformanceGoesToTheAddressInTheFile()
        => AssertAddressAsync("WEBHOOK_PERFORMANCE_URL_FILE", pipeline => pipeline.Slow(3));

    [Fact]
    [Flips("WEBHOOK_MEMBER_EVENTS_URL")]
    public Task AMemberGoesToTheAddress()
        => AssertAddressAsync("WEBHOOK_MEMBER_EVENTS_URL", pipeline => pipeline.Joined("Ann"));

    [Fact]
    [Flips("WEBHOOK_MEMBER_EVENTS_URL_FILE")]
    public Task AMemberGoesToTheAddressInTheFile()
        => AssertAddressAsync("WEBHOOK_MEMBER_EVENTS_URL_FILE", pipeline => pipeline.Joined("Ann"));

    [Fact]
    [Flips("WEBHOOK_MINIMUM_LEVEL")]
    public async Task WhatIsBelowTheLeastLevelIsNotShown()
        => Assert.Equal((1, 0), await FlipAsync("WEBHOOK_MINIMUM_LEVEL", "Error", run =>
        {
            run.Pipeline.LowOn("memory");
            run.Flush();
            return run.Embeds.Count;
        }));

    [Fact]
    [Flips("WEBHOOK_MAX_REQUESTS_PER_MINUTE")]
    public async Task SoManyRequestsAreSentInAMinuteWithoutTheTwoForCritical()
        => Assert.Equal((28, 4), await FlipAsync("WEBHOOK_MAX_REQUESTS_PER_MINUTE", "6", run =>
        {
            for (var i = 0; i < 400; i++)
            {
                run.Pipeline.NeverFolded(i);
            }

            run.Run(TimeSpan.FromSeconds(50));
            return run.Discord.Requests.Count(request => request.Method == "POST");
        }));

    [Fact]
    [Flips("WEBHOOK_BATCH_SIZE")]
    public async Task SoManyAlertsEndTheWait()
    {
        var (usual, flipped) = await FlipAsync("WEBHOOK_BATCH_SIZE", "1", WaitInABusyChannel);

        Assert.True(flipped < usual, $"{flipped} is not shorter than {usual}.");
        Assert.Equal(TimeSpan.Zero, flipped);
    }

    [Fact]
    [Flips("WEBHOOK_BATCH_TIMEOUT")]
    public async Task TheWaitIsNoLongerThanSaid()
    {
        var (usual, flipped) = await FlipAsync("WEBHOOK_BATCH_TIMEOUT", "0.5", WaitInABusyChannel);

        Assert.Equal(TimeSpan.FromSeconds(0.5), flipped);
        Assert.True(usual > flipped, $"{usual} is not longer than {flipped}.");
    }

    [Fact]
    [Flips("WEBHOOK_USE_EMBEDS")]
    public async Task WithoutEmbedsAnAlertIsContent()
        => Assert.Equal(((1, false), (0, true)), await FlipAsync("WEBHOOK_USE_EMBEDS", "no", run =>
        {
            run.Pipeline.Numbered(1);
            run.Flush();
            var message = Assert.Single(run.Discord.Messages);
            return (message.Embeds.Count, message.Content?.Contains("Number 1", StringComparison.Ordinal) == true);
        }));

    [Fact]
    [Flips("WEBHOOK_INCLUDE_TIMESTAMPS")]
    public async Task AnAlertShowsNoTime()
        => Assert.Equal((true, false), await FlipAsync("WEBHOOK_INCLUDE_TIMESTAMPS", "0", run
            => Embed(run).Timestamp is not null));

    [Fact]
    [Flips("WEBHOOK_INCLUDE_BOT_INFO")]
    public async Task AFooterDoesNotNameTheApplication()
        => Assert.Equal((true, false), await FlipAsync("WEBHOOK_INCLUDE_BOT_INFO", "FALSE", run
            => Embed(run).Footer?.Contains("HostRun", StringComparison.Ordinal) == true));

    [Fact]
    [Flips("WEBHOOK_INCLUDE_STACK_TRACES")]
    public async Task AnExceptionShowsNoStackTrace()
        => Assert.Equal((true, false), await FlipAsync("WEBHOOK_INCLUDE_STACK_TRACES", "false", run
            => Embed(run).Description!.Contains(nameof(Thrown), StringComparison.Ordinal)));

    [Fact]
    [Flips("WEBHOOK_MAX_MESSAGE_LENGTH")]
    public async Task ADescriptionIsCut()
    {
        var (usual, flipped) = await FlipAsync("WEBHOOK_MAX_MESSAGE_LENGTH", "200", run =>
        {
            run.Pipeline.WorkerStopped(string.Concat(Enumerable.Repeat("long ", 300)));
            run.Flush();
            return Assert.Single(run.Embeds).Description!.Length;
        });

        Assert.InRange(usual, 1000, 2000);
        Assert.InRange(flipped, 100, 200);
    }

    [Fact]
    [Flips("WEBHOOK_MASK_USER_IDS")]
    public async Task AUsersIdIsMasked()
        => Assert.Equal(
            ("<@123456789012344821>", "…4821"), await FlipAsync("WEBHOOK_MASK_USER_IDS", "true", ShownUser));

    [Fact]
    [Flips("WEBHOOK_USER_ID_HASH_KEY")]
    public async Task AUsersIdIsHashed()
    {
        var (usual, flipped) = await FlipAsync("WEBHOOK_USER_ID_HASH_KEY", "sixteen letters.", ShownUser);

        Assert.Equal("<@123456789012344821>", usual);
        Assert.Matches("^[0-9a-f]{12}$", flipped);
    }

    [Fact]
    [Flips("WEBHOOK_COALESCE_SECONDS")]
    public async Task EqualAlertsAreNotFolded()
        => Assert.Equal((1, 2), await FlipAsync("WEBHOOK_COALESCE_SECONDS", "0", run =>
        {
            run.Pipeline.Numbered(1);
            run.Pipeline.Numbered(1);
            run.Flush();
            return run.Embeds.Count;
        }));

    [Fact]
    [Flips("WEBHOOK_LOG_ALERTS")]
    public async Task AnAlertIsNotInTheLog()
        => Assert.Equal((1, 0), await FlipAsync("WEBHOOK_LOG_ALERTS", "false", run =>
        {
            run.Pipeline.Numbered(1);
            run.Flush();
            return run.Log.GetSnapshot().Count(entry => entry.Message == "Number 1");
        }));

    [Fact]
    [Flips("WEBHOOK_DATA_FOLDER")]
    public async Task TheCountOfRefusedRequestsIsInAFile()
    {
        var (usual, flipped) = await FlipAsync("WEBHOOK_DATA_FOLDER", _folder.FullName, run =>
        {
            run.Discord.Faults.OnPosts().AnswerWith(Fault.TokenRevoked);
            run.Pipeline.Numbered(1);
            run.Run(TimeSpan.FromMinutes(2));
            return _folder.GetFiles().Length;
        });

        Assert.Equal((0, 1), (usual, flipped));
    }

    [Fact]
    [Flips("WEBHOOK_TRUSTED_HOSTS")]
    public async Task AnAddressOfAnotherHostIsTaken()
        => Assert.Equal((false, true), await FlipAsync(
            "WEBHOOK_TRUSTED_HOSTS",
            "relay.example",
            _ => true,
            otherwise: false,
            ("WebhookAlerts:Routes:relay:Url", "https://relay.example/api/webhooks/1/token")));

    [Fact]
    [Flips("WEBHOOK_FALLBACK_PATH")]
    public async Task WhatNoRouteTakesIsInTheFile()
    {
        var file = Path.Combine(_folder.FullName, "kept.jsonl");
        var (usual, flipped) = await FlipAsync("WEBHOOK_FALLBACK_PATH", file, run =>
        {
            run.Discord.Faults.OnPosts().AnswerWith(Fault.WebhookDeleted);
            run.Pipeline.Numbered(1);
            run.Flush();
            return File.Exists(file) && File.ReadAllText(file).Contains("Number 1", StringComparison.Ordinal);
        });

        Assert.Equal((false, true), (usual, flipped));
    }

    [Fact]
    public async Task VariablesStillWinOverTheSectionAfterAReload()
    {
        using var variable = new ProcessVariable("WEBHOOK_MINIMUM_LEVEL", "Error");
        await using var run = new HostRun();
        await run.StartAsync(Cancelled);

        run.Reload(("WebhookAlerts:MinimumLevel", "Trace"), ("WebhookAlerts:BatchSize", "3"));
        run.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(1, run.Reloads());
        Assert.False(run.Pipeline.LowOn("memory"));
        Assert.True(run.Pipeline.Numbered(1));
    }

    /// <summary>A mounted secret is replaced without a restart.</summary>
    [Fact]
    public async Task AnAddressInAFileIsReadAgainAtAReload()
    {
        var file = Path.Combine(_folder.FullName, "secret");
        await using var run = new HostRun(routes: ["info"]);
        var (old, renewed) = (run.Discord.AddWebhook("old"), run.Discord.AddWebhook("renewed"));
        await File.WriteAllTextAsync(file, old.Url, Cancelled);
        using var variable = new ProcessVariable("WEBHOOK_ERROR_URL_FILE", file);
        await run.StartAsync(Cancelled);

        await File.WriteAllTextAsync(file, renewed.Url, Cancelled);
        run.Reload();
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(1);
        run.Flush();

        Assert.Equal((0, 1), (old.Messages.Count, renewed.Messages.Count));
    }

    private static SimulatedEmbed Embed(HostRun run)
    {
        run.Pipeline.CommandFailed("Leaderboard", "no activity", User, Thrown());
        run.Flush();
        return Assert.Single(run.Embeds);
    }

    private static string ShownUser(HostRun run)
        => Assert.Single(Embed(run).Fields, field => field.Name == "Invoked by").Value;

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("no activity");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }

    /// <summary>How long an alert waits for others when a third of the channel's window is used.</summary>
    private static TimeSpan WaitInABusyChannel(HostRun run)
    {
        for (var i = 0; i < 12; i++)
        {
            run.Pipeline.NeverFolded(i);
            run.Flush();
        }

        var start = run.Time.GetUtcNow();
        run.Pipeline.NeverFolded(12);
        Assert.True(run.RunUntil(() => run.Embeds.Count == 13, TimeSpan.FromMinutes(1)));
        return run.Time.GetUtcNow() - start;
    }

    /// <summary>What is seen without a variable, and with it.</summary>
    private static Task<(T Usual, T Flipped)> FlipAsync<T>(string name, string value, Func<HostRun, T> observe)
        => FlipAsync(name, value, observe, otherwise: default!);

    private static async Task<(T Usual, T Flipped)> FlipAsync<T>(
        string name, string value, Func<HostRun, T> observe, T otherwise, params (string Key, string? Value)[] settings)
        => (await ObserveAsync(name, null, observe, otherwise, settings),
            await ObserveAsync(name, value, observe, otherwise, settings));

    /// <param name="otherwise">What is seen where the options fail the start.</param>
    private static async Task<T> ObserveAsync<T>(
        string name, string? value, Func<HostRun, T> observe, T otherwise, (string Key, string? Value)[] settings)
    {
        using var variable = new ProcessVariable(name, value);
        await using var run = new HostRun(settings: settings);
        try
        {
            await run.StartAsync(Cancelled);
        }
        catch (OptionsValidationException) when (settings.Length > 0)
        {
            return otherwise;
        }

        return observe(run);
    }

    /// <summary>Without the variable an alert has nowhere to go; with it, it goes there.</summary>
    private async Task AssertAddressAsync(string name, Action<AlertPipeline> raise)
    {
        foreach (var isSet in new[] { false, true })
        {
            await using var run = new HostRun(routes: []);
            var webhook = run.Discord.AddWebhook();
            var file = Path.Combine(_folder.FullName, "secret");
            await File.WriteAllTextAsync(file, webhook.Url + "\n", Cancelled);
            var value = name.EndsWith("_FILE", StringComparison.Ordinal) ? file : webhook.Url;
            using var variable = new ProcessVariable(name, isSet ? value : null);
            await run.StartAsync(Cancelled);

            raise(run.Pipeline);
            run.Flush();

            Assert.Equal(isSet ? 1 : 0, webhook.Messages.Count);
        }
    }
}
