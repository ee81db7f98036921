using System.Globalization;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A configuration full of garbage, and of secrets in the wrong places.</summary>
public sealed class HostileConfigurationTests
{
    private const string Token = "TheSecret_aB3dE5gH7jK9mN1pQ3sT5vX7zB9dF1hJ3lN5pR7tV9xZ1bD3fH5jL7nP9rT";
    private const string Address = "https://discord.com/api/webhooks/123456789012345678/" + Token;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string?> Misplaced => new()
    {
        { $"WebhookAlerts:{Address}", "x" },
        { $"WebhookAlerts:{Token}", "x" },
        { $"WebhookAlerts:Routes:{Address}", "x" },
        { $"WebhookAlerts:Routes:{Address}:Url", "x" },
        { $"WebhookAlerts:Routes:{Token}:Url", "x" },
        { $"WebhookAlerts:Routes:{Token}:Username", "discord" },
        { $"WebhookAlerts:Routes:discord.com/api/webhooks/1/abc-TheSecret:Url", "" },
        { "WebhookAlerts:Routes:error:Fallback", Address },
        { "WebhookAlerts:Routes:error:Mention", Address },
        { "WebhookAlerts:Routes:error:AvatarUrl", Address.Replace("https", "ftp", StringComparison.Ordinal) },
        { "WebhookAlerts:Routes:error", Address },
        { "WebhookAlerts:Routes", Address },
        { "WebhookAlerts", Address },
        { "WebhookAlerts:LevelRoutes:Error", Address },
        { "WebhookAlerts:LevelRoutes:Error:0", Address },
        { $"WebhookAlerts:LevelRoutes:{Address}", "error" },
        { $"WebhookAlerts:LevelRoutes:{Token}", "error" },
        { $"WebhookAlerts:Alerts:{Token}:Level", "None" },
        { "WebhookAlerts:Alerts:Numbered:Route", Address },
        { $"WebhookAlerts:Alerts:Numbered:{Token}", "1" },
        { $"WebhookAlerts:Thresholds:{Token}:Above", "1" },
        { "WebhookAlerts:Thresholds:cpu:Route", Address },
        { "WebhookAlerts:Thresholds:cpu:Preset", Address },
        { "WebhookAlerts:Fallback:Path", Address },
        { "WebhookAlerts:TraceUrl", Address },
        { "WebhookAlerts:TraceUrl", "https://TheSecret:TheSecret@example.com/{traceId}" },
        { "WebhookAlerts:MinimumLevel", Address },
        { "WebhookAlerts:BatchTimeout", Address },
        { "WebhookAlerts:Culture", Address },
        { "WebhookAlerts:UserIds", Address },
    };

    [Theory]
    [MemberData(nameof(Misplaced))]
    public async Task ASecretInTheWrongPlaceIsNeverEchoed(string key, string? value)
    {
        await using var run = new HostRun(settings: [(key, value), ("WebhookAlerts:Required", "true")]);
        var said = string.Empty;
        try
        {
            await run.StartAsync(Cancelled);
            run.Pipeline.Numbered(1);
            run.Flush();
        }
        catch (OptionsValidationException exception)
        {
            said = exception.ToString();
        }

        said += string.Join('\n', run.Log.GetSnapshot().Select(entry => entry.Message));
        said += string.Join('\n', run.Pipeline.Health.Reasons) + string.Join(',', run.Pipeline.Health.Routes.Keys);
        Assert.NotEmpty(said);
        Assert.DoesNotContain("TheSecret", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ARouteThatAnAlertNamesByItsAddressIsNotToldByIt()
    {
        await using var run = new HostRun(
            options: options => options.Alerts["Numbered"] = new AlertOverride { Route = "nowhere" });
        await run.StartAsync(Cancelled);

        run.Pipeline.Numbered(1);
        run.Pipeline.BadlyRouted(1);
        Assert.True(run.Flush());

        Assert.Equal(2, run.Warnings().Count(said => said.Contains("is off or unknown", StringComparison.Ordinal)));
        Assert.All(run.Warnings(), said => Assert.DoesNotContain("webhooks/", said, StringComparison.Ordinal));
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task TenThousandUnknownKeysAreToldInAFewLines()
    {
        var keys = Enumerable.Range(0, 10_000).Select(i => ($"WebhookAlerts:Key{i}", (string?)"x")).ToArray();
        await using var run = new HostRun(settings: keys);
        await run.StartAsync(Cancelled);

        Assert.Equal(21, run.Warnings().Count);
        Assert.Equal("9980 more options are not known, and are ignored.", run.Warnings()[^1]);
    }

    [Fact]
    public async Task TenThousandMistakesOfAReloadAreOneShortLine()
    {
        await using var run = new HostRun();
        await run.StartAsync(Cancelled);

        run.Reload(
            [.. Enumerable.Range(0, 10_000).Select(i => ($"WebhookAlerts:Routes:r{i}:Mention", (string?)"nobody"))]);
        run.Run(TimeSpan.FromSeconds(1));

        var said = Assert.Single(run.Warnings());
        Assert.EndsWith(" And 9980 more.", said, StringComparison.Ordinal);
        Assert.True(run.Pipeline.Numbered(1));
    }

    [Fact]
    public async Task AKeyOfAMegabyteIsToldShortAndOnOneLine()
    {
        var key = string.Concat(Enumerable.Repeat("ab\r\n\u001b[31m\u2028 ", 100_000));
        await using var run = new HostRun(settings: [($"WebhookAlerts:{key}", "x")]);
        await run.StartAsync(Cancelled);

        var said = Assert.Single(run.Warnings());
        Assert.True(said.Length < 300, $"{said.Length} characters");
        Assert.DoesNotContain(said, c => char.IsControl(c) || c == '\u2028');
    }

    [Theory]
    [InlineData("MaxRequestsPerMinute", "٣٠")]
    [InlineData("MaxRequestsPerMinute", "3,000")]
    [InlineData("MaxRequestsPerMinute", "-1")]
    [InlineData("MaxRequestsPerMinute", "99999999999999999999")]
    [InlineData("BatchTimeout", "NaN")]
    [InlineData("BatchTimeout", "Infinity")]
    [InlineData("BatchTimeout", "1.5.5")]
    [InlineData("CoalesceWindow", "-00:00:01")]
    [InlineData("BatchSize:0", "5")]
    [InlineData("UseEmbeds:a:b:c", "the-value")]
    [InlineData("Thresholds:x:Above", "Infinity")]
    [InlineData("Thresholds:x:Above", "1e400")]
    [InlineData("Thresholds:cpu:Above", "0,9")]
    [InlineData("Thresholds::Above", "1")]
    [InlineData("Routes::Mention", "x")]
    [InlineData("Alerts::Level", "None")]
    [InlineData("LevelRoutes::0", "error")]
    [InlineData("LevelRoutes:4:0", "error")]
    [InlineData("SystemStatus:Heartbeat", "100.00:00:00")]
    [InlineData("SystemStatus", "on")]
    [InlineData("Culture", "xx-\0")]
    public async Task GarbageFailsTheStartWithOneMessageAndNoOtherException(string key, string value)
    {
        await using var run = new HostRun(settings: [($"WebhookAlerts:{key}", value)]);

        var mistakes = await Assert.ThrowsAsync<OptionsValidationException>(() => run.Host.StartAsync(Cancelled));

        Assert.Contains(mistakes.Failures, failure => failure.StartsWith(
            "WebhookAlerts:" + key.Split(':')[0], StringComparison.Ordinal));
        Assert.DoesNotContain(
            mistakes.Failures, failure => failure.Contains(value, StringComparison.Ordinal) && value.Length > 3);
    }

    [Fact]
    public async Task KeysThatDifferByCaseOnlyAreOne()
    {
        await using var run = new HostRun(settings:
        [
            ("webhookalerts:ROUTES:ERROR:username", "Bot"),
            ("WEBHOOKALERTS:LevelROUTES:error:0", "INFO"),
        ]);
        await run.StartAsync(Cancelled);

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());

        Assert.Empty(run.Warnings());
        Assert.Single(run.Discord.Find("info")!.Messages);
    }

    [Fact]
    public async Task AThousandRoutesThatFollowOneAnotherStartAndStop()
    {
        const int Count = 1000;
        await using var run = new HostRun(settings: Enumerable.Range(0, Count)
            .SelectMany(i => new[]
            {
                (
                    $"WebhookAlerts:Routes:r{i}:Url",
                    (string?)$"https://discord.com/api/webhooks/{1_000_000 + i}/aaaaaaaaaaaaaaaaaaaa"),
                ($"WebhookAlerts:Routes:r{i}:Fallback", $"r{i + 1}"),
            })
            .Append(("WebhookAlerts:Routes:r999:Fallback", "error")));
        await run.StartAsync(Cancelled);

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());

        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
        Assert.Equal(Count + 2, run.Pipeline.Health.Routes.Count);
    }

    [Fact]
    public void ANameIsShownUnlessItMayBeAnAddress()
    {
        Assert.Equal("WebhookAlerts:Routes:ops/eu:Urll", ShownName.Of("WebhookAlerts:Routes:ops/eu:Urll"));
        var alert = "Alerts:" + string.Join('.', Enumerable.Repeat("Company", 12)) + ".BotAlerts.CommandFailed:Level";
        Assert.Equal(alert, ShownName.Of(alert));
        Assert.Equal("Routes:https:***:Url", ShownName.Of($"Routes:{Address}:Url"));
        Assert.Equal("Routes:***", ShownName.Of($"Routes:my {Token}"));
        Assert.False(
            ShownName.IsSecret(string.Create(CultureInfo.InvariantCulture, $"member-events-{12345678901234567890UL}")));
    }
}
