using System.Globalization;
using Microsoft.Extensions.Logging;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

/// <summary>Options that are right one by one and wrong together, and what only code can get wrong.</summary>
public sealed class ContradictionTests
{
    [Fact]
    public void RequiredNamesEveryRouteWithoutAnAddress()
    {
        var options = new WebhookAlertOptions { Required = true }.Route("error", Address(1));
        options.Routes["ops"] = new RouteOptions();
        options.Routes["null"] = null!;

        AssertMistakes(
            options,
            "Routes:ops:Url is missing, and Required is set.",
            "Routes:null:Url is missing, and Required is set.",
            "Routes:info:Url (or WEBHOOK_INFO_URL) is missing, and Required is set.");
    }

    [Fact]
    public void RequiredIsSatisfiedByAnAddressForEach()
        => AssertMistakes(
            new WebhookAlertOptions { Required = true }.Route("Error", Address(1)).Route("info", Address(2)));

    [Fact]
    public void RequiredWithoutARouteForAnyLevelIsAContradiction()
    {
        var options = new WebhookAlertOptions { Required = true };
        foreach (var level in options.LevelRoutes.Keys.ToList())
        {
            options.LevelRoutes[level] = [];
        }

        AssertMistakes(options, "Required is set, but LevelRoutes has no route for any level.");
    }

    [Fact]
    public void AnAlertsLevelIsOneAndItsRouteHasAName()
    {
        var options = new WebhookAlertOptions();
        options.Alerts["Known"] = new AlertOverride { Enabled = false, Level = LogLevel.Trace, Route = "ops" };
        options.Alerts["High"] = new AlertOverride { Level = (LogLevel)17 };
        options.Alerts["Off"] = new AlertOverride { Level = LogLevel.None };
        options.Alerts["Lost"] = new AlertOverride { Route = " " };
        options.Alerts["Null"] = null!;

        AssertMistakes(
            options,
            "Alerts:High:Level must be a level from Trace to Critical; Enabled switches it off.",
            "Alerts:Off:Level must be a level from Trace to Critical; Enabled switches it off.",
            "Alerts:Lost:Route must be the name of a route.",
            "Alerts:Null must not be null.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("fifteen-letters")]
    [InlineData("      padded         ")]
    public void HashNeedsALongKey(string? key)
        => AssertMistakes(
            new WebhookAlertOptions { UserIds = UserIdDisplay.Hash, UserIdHashKey = key },
            "UserIdHashKey (or WEBHOOK_USER_ID_HASH_KEY) must have at least 16 characters where UserIds is Hash.");

    [Fact]
    public void AKeyWithoutAHashIsNoMistake()
        => AssertMistakes(new WebhookAlertOptions { UserIds = UserIdDisplay.Mask, UserIdHashKey = "short" });

    [Fact]
    public void AnUnknownDisplayOfIdsIsAMistake()
        => AssertMistakes(
            new WebhookAlertOptions { UserIds = (UserIdDisplay)9 }, "UserIds must be Show, Mask or Hash.");

    [Theory]
    [InlineData("https://traces.example/{traceId}", true)]
    [InlineData("http://localhost:16686/trace/{traceId}?uiFind={traceId}", true)]
    [InlineData("", true)]
    [InlineData("https://traces.example/trace", false)]
    [InlineData("https://traces.example/{TRACEID}", false)]
    [InlineData("ftp://traces.example/{traceId}", false)]
    [InlineData("/trace/{traceId}", false)]
    [InlineData("https://{traceId}:x", false)]
    public void ATracesAddressIsOneAndHasAPlaceForTheId(string template, bool isRight)
        => AssertMistakes(
            new WebhookAlertOptions { TraceUrl = template },
            isRight ? [] : ["TraceUrl must be an http or https address with {traceId} in it."]);

    [Theory]
    [InlineData("0", true)]
    [InlineData("00:01:00", true)]
    [InlineData("7.00:00:00", true)]
    [InlineData("00:00:59", false)]
    [InlineData("-00:01:00", false)]
    [InlineData("8.00:00:00", false)]
    public void AHeartbeatIsNeverOrFromAMinuteToAWeek(string time, bool isRight)
    {
        var options = new WebhookAlertOptions();
        options.SystemStatus.Heartbeat = TimeSpan.Parse(time, CultureInfo.InvariantCulture);

        AssertMistakes(
            options,
            isRight ? [] : ["SystemStatus:Heartbeat must be 0, which is never, or from 00:01:00 to 7.00:00:00."]);
    }

    [Fact]
    public void NegativeTimesAreOutOfRange()
    {
        var past = TimeSpan.FromSeconds(-1);
        var options = new WebhookAlertOptions
        {
            BatchTimeout = past,
            CoalesceWindow = past,
            OpenAfter = past,
            RequestTimeout = past,
            CrashFlushTimeout = past,
            ThresholdInterval = past,
        };
        options.Fallback.Retention = past;
        options.Retry.Delay = past;
        options.Retry.GiveUpAfter = past;
        options.Breaker.Pause = past;

        var mistakes = MistakesOf(options);

        Assert.Equal(10, mistakes.Count);
        Assert.All(mistakes, mistake => Assert.Contains("must be from ", mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void ANullInAListOfCodeIsAMistakeOfItsOption()
    {
        var options = new WebhookAlertOptions();
        options.LevelRoutes[LogLevel.Error] = null!;
        options.LevelRoutes[LogLevel.Debug] = [null!];
        options.TrustedHosts.Add(null!);
        options.Thresholds["queue"] = null!;

        var mistakes = MistakesOf(options);

        string[] names = ["LevelRoutes:Error ", "LevelRoutes:Debug ", "TrustedHosts:0 ", "Thresholds:queue "];
        Assert.Equal(names.Length, mistakes.Count);
        Assert.All(
            names, name => Assert.Contains(mistakes, mistake => mistake.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void WhatCannotBeReadIsAMistakeAmongTheOthers()
    {
        var options = new WebhookAlertOptions { BatchSize = 0 };
        options.Notes.Mistakes.Add("WEBHOOK_USE_EMBEDS must be true or false.");

        AssertMistakes(options, "WEBHOOK_USE_EMBEDS must be true or false.", "BatchSize must be from 1 to 10.");
    }

    private static string Address(int id) => $"https://discord.com/api/webhooks/{id}/token";

    private static void AssertMistakes(WebhookAlertOptions options, params string[] mistakes)
        => Assert.Equal(mistakes, MistakesOf(options));

    private static IReadOnlyList<string> MistakesOf(WebhookAlertOptions options)
        => [.. new WebhookAlertOptionsValidator().Validate(null, options).Failures ?? []];
}
