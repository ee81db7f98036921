using Microsoft.Extensions.Logging;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

public sealed class WebhookAlertOptionsValidatorTests
{
    private readonly WebhookAlertOptionsValidator _validator = new();

    [Fact]
    public void TheDefaultsAreValid() => Assert.True(_validator.Validate(null, new WebhookAlertOptions()).Succeeded);

    [Fact]
    public void AMissingAddressIsNoMistake()
    {
        var options = new WebhookAlertOptions().Route("error", " ");
        options.Routes["info"] = null!;

        Assert.True(_validator.Validate(null, options).Succeeded);
    }

    [Fact]
    public void AllMistakesAreReportedTogetherByOptionWithoutTheAddress()
    {
        var options = new WebhookAlertOptions
        {
            MinimumLevel = (LogLevel)99,
            MaxRequestsPerMinute = 2,
            BatchSize = 11,
            BatchTimeout = TimeSpan.FromSeconds(-1),
            MaxMessageLength = 99,
            CoalesceWindow = TimeSpan.FromDays(2),
            RingBytes = 200_000,
            MaxQueuedBytes = 1,
            RequestTimeout = TimeSpan.Zero,
        };
        options.Retry.MaxAttempts = -1;
        options.Retry.Delay = TimeSpan.FromHours(1);
        options.Retry.GiveUpAfter = TimeSpan.Zero;
        options.Breaker.Failures = 1;
        options.Breaker.Pause = TimeSpan.FromDays(1);
        options.Route("error", "https://discord.com/api/webhooks/abc/the-secret");
        options.LevelRoutes[LogLevel.None] = ["error"];
        options.LevelRoutes[LogLevel.Debug] = [" "];

        var failures = _validator.Validate(null, options).Failures!.ToList();

        string[] names =
        [
            "Routes:error:Url", "MinimumLevel", "LevelRoutes ", "LevelRoutes:Debug", "MaxRequestsPerMinute", "BatchSize",
            "BatchTimeout", "MaxMessageLength", "CoalesceWindow", "RingBytes", "MaxQueuedBytes", "RequestTimeout",
            "Retry:MaxAttempts", "Retry:Delay", "Retry:MaxDelay", "Retry:GiveUpAfter", "Breaker:Failures", "Breaker:Pause",
        ];
        Assert.All(names, name => Assert.Contains(failures, f => f.StartsWith(name, StringComparison.Ordinal)));
        Assert.Equal(names.Length, failures.Count);
        Assert.DoesNotContain(failures, failure => failure.Contains("the-secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a:b b:c c:", null)]
    [InlineData("a:a", "a")]
    [InlineData("a:B b:A", "a b")]
    [InlineData("a:b b:c c:b", "b c")]
    [InlineData("a:nowhere", null)]
    public void AFallbackIsARouteAndLeadsNotBack(string routes, string? mistaken)
    {
        var options = new WebhookAlertOptions();
        foreach (var route in routes.Split(' ').Select(route => route.Split(':')))
        {
            options.Routes[route[0]] = new RouteOptions { Fallback = route[1] };
        }

        var failures = _validator.Validate(null, options).Failures ?? [];

        var names = mistaken?.Split(' ') ?? [];
        Assert.Equal(names, failures.Select(failure => failure.Split(':')[1]));
    }
}
