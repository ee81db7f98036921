using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What a host's start says of its configuration.</summary>
[Collection(OnAmbient.Name)]
public sealed class ConfigurationStartTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AllMistakesAreReportedTogetherByNameAndNoValueIs()
    {
        using var variable = new ProcessVariable("WEBHOOK_USE_EMBEDS", "the-secret");
        await using var run = new HostRun(routes: ["info"], settings:
        [
            ("WebhookAlerts:Routes:error:Url", "https://example.com/the-secret"),
            ("WebhookAlerts:Routes:error:ThreadId", "the-secret"),
            ("WebhookAlerts:Routes:info:Tags:0", "the-secret"),
            ("WebhookAlerts:MaxMessageLength", "the-secret"),
            ("WebhookAlerts:BatchTimeout", "the-secret"),
            ("WebhookAlerts:BatchSize", "99"),
            ("WebhookAlerts:Alerts:Numbered:Level", "the-secret"),
            ("WebhookAlerts:Thresholds:queue:Above", "5"),
            ("WebhookAlerts:UserIds", "Hash"),
            ("WebhookAlerts:TraceUrl", "the-secret"),
        ]);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => run.Host.StartAsync(Cancelled));

        string[] names =
        [
            "WebhookAlerts:Routes:error:Url (or WEBHOOK_ERROR_URL) ",
            "WebhookAlerts:Routes:error:ThreadId must be an id",
            "WebhookAlerts:Routes:info:Tags:0 must be", "WebhookAlerts:MaxMessageLength must be a whole number",
            "WebhookAlerts:BatchTimeout must be a time", "WebhookAlerts:BatchSize must be from 1 to 10",
            "WebhookAlerts:Alerts:Numbered:Level must be a level", "WebhookAlerts:Thresholds:queue ",
            "WebhookAlerts:UserIdHashKey ", "WebhookAlerts:TraceUrl ", "WEBHOOK_USE_EMBEDS must be true or false",
        ];
        Assert.Equal(names.Length, failure.Failures.Count());
        Assert.All(
            names, name => Assert.Contains(failure.Failures, said => said.StartsWith(name, StringComparison.Ordinal)));
        Assert.DoesNotContain("the-secret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            run.Log.GetSnapshot(), entry => entry.Message.Contains("the-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARequiredRouteWithoutAnAddressFailsTheStart()
    {
        await using var run = new HostRun(
            routes: ["error"],
            settings: [("WebhookAlerts:Required", "yes"), ("WebhookAlerts:Routes:ops:Username", "Ops")]);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => run.Host.StartAsync(Cancelled));

        Assert.Equal(
            [
                "WebhookAlerts:Routes:ops:Url is missing, and Required is set.",
                "WebhookAlerts:Routes:info:Url (or WEBHOOK_INFO_URL) is missing, and Required is set.",
            ],
            failure.Failures);
    }

    [Fact]
    public async Task AMisspeltKeyOrVariableIsALineOfTheLogWithWhatWasMeant()
    {
        using var misspelt = new ProcessVariable("WEBHOOK_EROR_URL", "https://discord.com/api/webhooks/1/the-secret");
        using var foreign = new ProcessVariable("WEBHOOK_SHARED_SECRET", "x");
        await using var run = new HostRun(settings:
        [
            ("WebhookAlerts:Routes:error:Ulr", "https://discord.com/api/webhooks/1/the-secret"),
            ("WebhookAlerts:Zebra", "1"),
        ]);
        await run.StartAsync(Cancelled);

        Assert.Equal(
            [
                "WEBHOOK_EROR_URL is not known, and is ignored; did you mean WEBHOOK_ERROR_URL?",
                "WebhookAlerts:Routes:error:Ulr is not known, and is ignored; did you mean Url?",
                "WebhookAlerts:Zebra is not known, and is ignored.",
            ],
            run.Warnings().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AKeyOfAHashThatNobodyAskedForIsDoubted()
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:UserIdHashKey", "the-secret-of-ours")]);
        await run.StartAsync(Cancelled);

        Assert.Equal(["UserIdHashKey does nothing while UserIds is Show: set that to Hash."], run.Warnings());
    }

    [Fact]
    public async Task AStartWithoutAHostSaysTheSameOfVariablesAndCode()
    {
        using var unreadable = new ProcessVariable("WEBHOOK_BATCH_SIZE", "the-secret");
        using var misspelt = new ProcessVariable("WEBHOOK_BATCH_TIMEOT", "3");
        var log = new FakeLogCollector();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log)));

        var failure = Assert.Throws<OptionsValidationException>(() => WebhookAlerts.Start(options =>
        {
            options.Alerts["Lost"] = null!;
            options.RequestTimeout = TimeSpan.FromSeconds(-1);
            options.LoggerFactory = factory;
        }));
        Environment.SetEnvironmentVariable("WEBHOOK_BATCH_SIZE", null);
        await using (var alerts = WebhookAlerts.Start(options => options.LoggerFactory = factory))
        {
            Assert.Same(alerts, WebhookAlerts.Pipeline);
        }

        Assert.Equal(
            [
                "WEBHOOK_BATCH_SIZE must be a whole number.",
                "Alerts:Lost must not be null.",
                "RequestTimeout must be from 00:00:01 to 00:05:00.",
                "WEBHOOK_BATCH_TIMEOT is not known; did you mean WEBHOOK_BATCH_TIMEOUT?",
            ],
            failure.Failures);
        Assert.Contains(
            log.GetSnapshot(),
            entry => entry.Message.EndsWith("did you mean WEBHOOK_BATCH_TIMEOUT?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CalledTwiceThereIsOnePipelineAndBothCodesAreHeardOverTheSection()
    {
        var calls = new List<string>();
        await using var run = new HostRun(
            settings: [("WebhookAlerts:BatchSize", "2"), ("WebhookAlerts:MaxMessageLength", "200")],
            options: options =>
            {
                calls.Add("first");
                (options.BatchSize, options.MaxMessageLength) = (3, 300);
            },
            configure: builder =>
            {
                builder.AddWebhookAlerts(options =>
                {
                    calls.Add("second");
                    options.BatchSize = 4;
                });
                builder.Services.AddWebhookAlerts(builder.Configuration);
            });
        await run.StartAsync(Cancelled);

        var options = run.Host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value;
        Assert.Equal((4, 300), (options.BatchSize, options.MaxMessageLength));
        Assert.Equal(["first", "second"], calls);
        Assert.Single(run.Host.Services.GetServices<IHostedService>(), service => service is IHostedLifecycleService
            && service.GetType().Namespace!.StartsWith("TypedWebhookAlerts", StringComparison.Ordinal));
        Assert.Same(run.Pipeline, run.Host.Services.GetRequiredService<AlertPipeline>());
        Assert.True(run.Pipeline.Numbered(1));
        Assert.True(run.Flush());
        Assert.Single(run.Embeds);
    }

    [Fact]
    public async Task TheHostsServicesFillWhatOptionsLeaveOpen()
    {
        var context = new Context();
        await using var run = new HostRun(configure: builder => builder.Services.AddSingleton<IAlertContext>(context));
        await run.StartAsync(Cancelled);

        var options = run.Host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value;
        Assert.Same(context, options.Context);
        Assert.Equal("HostRun", options.ApplicationName);
        Assert.Equal(run.Host.Services.GetRequiredService<IHostEnvironment>().ContentRootPath, options.ContentRoot);
        Assert.True(options.LogAlerts);
    }

    [Fact]
    public async Task WhatCodeSetsStaysWhateverTheHostHas()
    {
        var own = new Context();
        await using var run = new HostRun(
            options: options =>
            {
                options.Context = own;
                options.ApplicationName = "Shop";
                options.LogAlerts = false;
            },
            configure: builder => builder.Services.AddSingleton<IAlertContext>(new Context()));
        await run.StartAsync(Cancelled);

        var options = run.Host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value;
        Assert.Same(own, options.Context);
        Assert.Equal(("Shop", false), (options.ApplicationName, options.LogAlerts));
    }

    private sealed class Context : IAlertContext
    {
        public string? Describe() => "12 guilds";
    }
}
