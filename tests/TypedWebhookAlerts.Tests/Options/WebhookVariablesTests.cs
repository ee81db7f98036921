using Microsoft.Extensions.Logging;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

public sealed class WebhookVariablesTests
{
    [Fact]
    public void EveryVariableReachesItsOption()
    {
        var options = new WebhookAlertOptions();

        var mistakes = Apply(
            options,
            ("WEBHOOK_ERROR_URL", "https://discord.com/api/webhooks/1/a"),
            ("WEBHOOK_INFO_URL", "\"https://discord.com/api/webhooks/2/b\""),
            ("WEBHOOK_PERFORMANCE_URL", " 'https://discord.com/api/webhooks/3/c' "),
            ("WEBHOOK_MEMBER_EVENTS_URL", "https://discord.com/api/webhooks/4/d"),
            ("WEBHOOK_MINIMUM_LEVEL", "warning"),
            ("WEBHOOK_MAX_REQUESTS_PER_MINUTE", "20"),
            ("WEBHOOK_BATCH_SIZE", "7"),
            ("WEBHOOK_BATCH_TIMEOUT", "2.5"),
            ("WEBHOOK_USE_EMBEDS", "no"),
            ("WEBHOOK_INCLUDE_TIMESTAMPS", "0"),
            ("WEBHOOK_INCLUDE_BOT_INFO", "False"),
            ("WEBHOOK_INCLUDE_STACK_TRACES", "NO"),
            ("WEBHOOK_MAX_MESSAGE_LENGTH", "1500"),
            ("WEBHOOK_COALESCE_SECONDS", "0.5"),
            ("WEBHOOK_MASK_USER_IDS", "yes"),
            ("WEBHOOK_LOG_ALERTS", "0"),
            ("WEBHOOK_DATA_FOLDER", "/var/lib/bot"),
            ("WEBHOOK_TRUSTED_HOSTS", "localhost:1, relay.example"),
            ("WEBHOOK_FALLBACK_PATH", "/var/log/alerts.jsonl"));

        Assert.Empty(mistakes);
        Assert.Equal("https://discord.com/api/webhooks/1/a", options.Routes["error"].Url);
        Assert.Equal("https://discord.com/api/webhooks/2/b", options.Routes["info"].Url);
        Assert.Equal("https://discord.com/api/webhooks/3/c", options.Routes["performance"].Url);
        Assert.Equal("https://discord.com/api/webhooks/4/d", options.Routes["member-events"].Url);
        Assert.Equal(LogLevel.Warning, options.MinimumLevel);
        Assert.Equal(20, options.MaxRequestsPerMinute);
        Assert.Equal(7, options.BatchSize);
        Assert.Equal(TimeSpan.FromSeconds(2.5), options.BatchTimeout);
        Assert.False(options.UseEmbeds || options.IncludeTimestamps || options.IncludeBotInfo);
        Assert.False(options.IncludeStackTraces);
        Assert.Equal(1500, options.MaxMessageLength);
        Assert.Equal(TimeSpan.FromSeconds(0.5), options.CoalesceWindow);
        Assert.Equal(UserIdDisplay.Mask, options.UserIds);
        Assert.False(options.LogAlerts);
        Assert.Equal("/var/lib/bot", options.DataFolder);
        Assert.Equal(["localhost:1", "relay.example"], options.TrustedHosts);
        Assert.Equal("/var/log/alerts.jsonl", options.Fallback.Path);
    }

    [Fact]
    public void AnEmptyVariableIsUnset()
    {
        var options = new WebhookAlertOptions();

        Assert.Empty(Apply(options, ("WEBHOOK_BATCH_SIZE", "  "), ("WEBHOOK_ERROR_URL", "\"\"")));
        Assert.Equal(5, options.BatchSize);
        Assert.Empty(options.Routes);
    }

    [Fact]
    public void EveryMalformedVariableIsNamedAndNoValueIsRepeated()
    {
        var mistakes = Apply(
            new WebhookAlertOptions(),
            ("WEBHOOK_MINIMUM_LEVEL", "42"),
            ("WEBHOOK_MAX_REQUESTS_PER_MINUTE", "secret-1"),
            ("WEBHOOK_BATCH_SIZE", "secret-1.5"),
            ("WEBHOOK_BATCH_TIMEOUT", "1,5"),
            ("WEBHOOK_USE_EMBEDS", "secret-maybe"),
            ("WEBHOOK_COALESCE_SECONDS", "NaN"),
            ("WEBHOOK_INFO_URL_FILE", "/nowhere/secret-file"));

        Assert.Equal(7, mistakes.Count);
        Assert.All(mistakes, mistake => Assert.StartsWith("WEBHOOK_", mistake, StringComparison.Ordinal));
        Assert.All(mistakes, mistake => Assert.DoesNotContain("secret", mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void AnAddressIsReadFromAMountedSecretUnlessItIsGivenDirectly()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, "https://discord.com/api/webhooks/1/from-file\n");
        try
        {
            var options = new WebhookAlertOptions();
            Apply(
                options,
                ("WEBHOOK_ERROR_URL_FILE", file),
                ("WEBHOOK_INFO_URL_FILE", file),
                ("WEBHOOK_INFO_URL", "https://discord.com/api/webhooks/2/direct"));

            Assert.Equal("https://discord.com/api/webhooks/1/from-file", options.Routes["error"].Url);
            Assert.Equal("https://discord.com/api/webhooks/2/direct", options.Routes["info"].Url);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    [InlineData("false")]
    public void AKeyForHashesMeansThatTheyAreShownWhateverIsSaidOfMasks(string? mask)
    {
        var options = new WebhookAlertOptions();

        Apply(options, ("WEBHOOK_USER_ID_HASH_KEY", "a key of 16 chars"), ("WEBHOOK_MASK_USER_IDS", mask ?? ""));

        Assert.Equal((UserIdDisplay.Hash, "a key of 16 chars"), (options.UserIds, options.UserIdHashKey));
    }

    [Fact]
    public void AVariableThatSaysNoMaskTakesTheSectionsAway()
    {
        var options = new WebhookAlertOptions { UserIds = UserIdDisplay.Mask };

        Apply(options, ("WEBHOOK_MASK_USER_IDS", "false"));

        Assert.Equal(UserIdDisplay.Show, options.UserIds);
    }

    [Theory]
    [InlineData("WEBHOOK_EROR_URL", "WEBHOOK_ERROR_URL")]
    [InlineData("WEBHOOK_ERORR_URL", "WEBHOOK_ERROR_URL")]
    [InlineData("WEBHOOK_ERROR_URL_FIEL", "WEBHOOK_ERROR_URL_FILE")]
    [InlineData("WEBHOOKS_INFO_URL", "WEBHOOK_INFO_URL")]
    [InlineData("WEBHOOK_COALESE_SECOND", "WEBHOOK_COALESCE_SECONDS")]
    [InlineData("WEBHOOK_BATCHSIZE", "WEBHOOK_BATCH_SIZE")]
    public void AMisspeltVariableIsToldWithTheNearest(string name, string known)
        => Assert.Equal([new UnknownName(name, known)], WebhookVariables.Misspelt(["PATH", name, "WEBHOOK_INFO_URL"]));

    [Theory]
    [InlineData("WEBHOOK_URL")]
    [InlineData("WEBHOOK_SECRET")]
    [InlineData("WEBHOOK_INFRA_URL")]
    [InlineData("WEBHOOK_PORT")]
    [InlineData("WEBHOOK_TIMEOUT")]
    [InlineData("WEBHOOK_")]
    [InlineData("MY_WEBHOOK_ERROR_URL")]
    public void VariablesOfOtherSoftwareAreLeftAlone(string name) => Assert.Empty(WebhookVariables.Misspelt([name]));

    [Fact]
    public void NoKnownVariableIsMisspelt() => Assert.Empty(WebhookVariables.Misspelt(WebhookVariables.Names));

    private static IReadOnlyList<string> Apply(
        WebhookAlertOptions options, params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        return WebhookVariables.Apply(options, values.GetValueOrDefault);
    }
}
