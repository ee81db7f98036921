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
            "Routes:error:Url", "MinimumLevel", "LevelRoutes ", "LevelRoutes:Debug", "MaxRequestsPerMinute",
            "BatchSize",
            "BatchTimeout", "MaxMessageLength", "CoalesceWindow", "RingBytes", "MaxQueuedBytes", "RequestTimeout",
            "Retry:MaxAttempts", "Retry:Delay", "Retry:MaxDelay", "Retry:GiveUpAfter", "Breaker:Failures",
            "Breaker:Pause",
        ];
        Assert.All(names, name => Assert.Contains(failures, f => f.StartsWith(name, StringComparison.Ordinal)));
        Assert.Equal(names.Length, failures.Count);
        Assert.DoesNotContain(failures, failure => failure.Contains("the-secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://relay.example")]
    [InlineData("relay.example/api")]
    [InlineData("me@relay.example")]
    [InlineData("*.relay.example")]
    [InlineData("relay.example:port")]
    [InlineData("::1")]
    [InlineData("a b")]
    [InlineData(" ")]
    public void ATrustedHostThatNoAddressCanHaveIsAMistakeOfItsPlace(string host)
    {
        var options = new WebhookAlertOptions { TrustedHosts = { "localhost:8080", host } };

        var mistake = Assert.Single(_validator.Validate(null, options).Failures!);

        Assert.StartsWith(
            "TrustedHosts:1 (or WEBHOOK_TRUSTED_HOSTS) must be a host, as host or host:port: ",
            mistake,
            StringComparison.Ordinal);
        Assert.DoesNotContain("relay", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relay")]
    [InlineData(" Relay.Example ")]
    [InlineData("relay.example:443")]
    [InlineData("my_relay:80")]
    [InlineData("10.0.0.1:8080")]
    [InlineData("[::1]")]
    [InlineData("[::1]:8080")]
    public void WhatAnAddressCanHaveMayBeTrusted(string host)
        => Assert.True(_validator.Validate(null, new WebhookAlertOptions { TrustedHosts = { host } }).Succeeded);

    [Fact]
    public void WhatIsMisspeltIsToldBesideAMistakeAndIsNoneByItself()
    {
        var options = new WebhookAlertOptions();
        options.Notes.Unknown.Add(new UnknownName("WEBHOOK_TRUSTED_HOST", "WEBHOOK_TRUSTED_HOSTS"));
        options.Notes.Unknown.Add(new UnknownName("WebhookAlerts:Colour", null));
        Assert.True(_validator.Validate(null, options).Succeeded);

        options.Route("error", "https://relay.example/api/webhooks/1/a");

        Assert.Equal(
            [
                "Routes:error:Url (or WEBHOOK_ERROR_URL) names neither a Discord host nor one of TrustedHosts (or "
                    + "WEBHOOK_TRUSTED_HOSTS).",
                "WEBHOOK_TRUSTED_HOST is not known; did you mean WEBHOOK_TRUSTED_HOSTS?",
            ],
            _validator.Validate(null, options).Failures!);
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

    [Fact]
    public void ARoutesLookAndPlaceMayBeLeftEmpty()
    {
        var options = new WebhookAlertOptions();
        options.Routes["info"] = new RouteOptions
        {
            Url = " ", Username = "", AvatarUrl = "", ThreadName = " ", Mention = "",
        };

        Assert.True(_validator.Validate(null, options).Succeeded);
    }

    [Theory]
    [InlineData("Ops · 夜")]
    [InlineData("everyone's friend")]
    public void AUsernameThatDiscordTakesIsTaken(string name)
        => Assert.Empty(MistakesOf(new RouteOptions { Username = name }));

    [Theory]
    [InlineData("the Clyde")]
    [InlineData("my dIsCoRd bot")]
    [InlineData(" Here ")]
    [InlineData("Everyone")]
    [InlineData("a```b")]
    public void AUsernameThatDiscordRefusesIsAMistakeOfItsOption(string name)
        => AssertMistake("Routes:info:Username", name, new RouteOptions { Username = name });

    /// <summary>No message could be written with it.</summary>
    [Fact]
    public void HalfASurrogatePairIsAMistake()
    {
        AssertMistake("Routes:info:Username", "\ud83d", new RouteOptions { Username = "a\ud83d" });
        AssertMistake("Routes:info:ThreadName", "\ud83d", new RouteOptions { ThreadName = "\ud83db" });
    }

    [Fact]
    public void AUsernameIsCountedInCodePoints()
    {
        Assert.Empty(MistakesOf(new RouteOptions { Username = string.Concat(Enumerable.Repeat("😀", 80)) }));
        AssertMistake("Routes:info:Username", "aaa", new RouteOptions { Username = new string('a', 81) });
    }

    [Theory]
    [InlineData("http://example.org/a.png")]
    [InlineData("attachment://a.png")]
    [InlineData("/a.png")]
    [InlineData("https://exämple.org/a.png")]
    public void AnAvatarMustBeAnHttpsAddress(string address)
        => AssertMistake("Routes:info:AvatarUrl", address, new RouteOptions { AvatarUrl = address });

    [Theory]
    [InlineData("someone")]
    [InlineData("<#5>")]
    [InlineData("0")]
    [InlineData("role:x")]
    [InlineData("user:1x")]
    public void AMentionMustBeARoleOrAUser(string mention)
        => AssertMistake("Routes:info:Mention", mention, new RouteOptions { Mention = mention });

    [Fact]
    public void AThreadIsNamedOrOpenedNotBothAndTagsAreOfOneThatIsOpened()
    {
        const string Url = "https://discord.com/api/webhooks/123/token?thread_id=7";
        AssertMistake("Routes:info:ThreadName", "night", new RouteOptions { ThreadName = "night", ThreadId = 5 });
        AssertMistake("Routes:info:ThreadName", "night", new RouteOptions { ThreadName = "night", Url = Url });
        AssertMistake("Routes:info:ThreadName", "nnn", new RouteOptions { ThreadName = new string('n', 101) });
        AssertMistake("Routes:info:ThreadId", "token", new RouteOptions { ThreadId = 8, Url = Url });
        AssertMistake("Routes:info:ThreadId", "token", new RouteOptions { ThreadId = 0 });
        AssertMistake("Routes:info:Tags", "42", new RouteOptions { Tags = { 42 } });
        AssertMistake("Routes:info:Tags", "42", new RouteOptions { ThreadName = "night", Tags = { 42, 42 } });
        AssertMistake(
            "Routes:info:Tags", "42", new RouteOptions { ThreadName = "night", Tags = { 42, 1, 2, 3, 4, 5 } });
        Assert.Empty(MistakesOf(new RouteOptions { ThreadId = 7, Url = Url }));
        Assert.Empty(MistakesOf(new RouteOptions { ThreadName = "night", Tags = { 1, 2, 3, 4, 5 } }));
    }

    private void AssertMistake(string option, string value, RouteOptions route)
    {
        var mistake = Assert.Single(MistakesOf(route));
        Assert.StartsWith(option, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain(value.Trim(), mistake[option.Length..], StringComparison.Ordinal);
    }

    private IReadOnlyList<string> MistakesOf(RouteOptions route)
    {
        var options = new WebhookAlertOptions();
        options.Routes["info"] = route;
        return [.. _validator.Validate(null, options).Failures ?? []];
    }
}
