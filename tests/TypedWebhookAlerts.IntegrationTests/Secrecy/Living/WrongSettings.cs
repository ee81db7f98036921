using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>Configurations that are refused, each with the token in it.</summary>
internal static class WrongSettings
{
    /// <summary>The keys and the values that make a good configuration a wrong one.</summary>
    /// <param name="sentinel">The token.</param>
    /// <param name="origin">A server that is trusted.</param>
    public static IReadOnlyList<(string Key, string Value)> Of(Sentinel sentinel, string origin)
    {
        var url = sentinel.Url(origin, sentinel.Id);
        return
        [
            Route("error:Url", url + "/messages"),
            Route("error:Url", url + "?wait=true"),
            Route("error:Url", url + "#" + sentinel.Token),
            Route("error:Url", sentinel.Token),
            Route("error:Url", $"http://{sentinel.Token}@127.0.0.1/api/webhooks/1/{sentinel.Token}"),
            Route("error:Url", sentinel.Url("https://webhooks.example", sentinel.Id)),
            Route("error:Url", sentinel.Url("http://discord.com", sentinel.Id)),
            Route("error:Url", sentinel.Url($"https://{sentinel.Token[..40]}.example", sentinel.Id)),
            Route("error:Url", $"https://discord.com/api/webhooks/{sentinel.Token}/{sentinel.Id}"),
            Route("error:Url", $"https://[{sentinel.Token}/api/webhooks/1/{sentinel.Token}"),
            Route("error:AvatarUrl", url),
            Route("error:Mention", url),
            Route("error:ThreadId", url),
            Route("error:Fallback", url),
            Route($"{sentinel.Token}:Url", url),
            Route($"discord.com/api/webhooks/1/{sentinel.Token}:Url", url),
            ("WebhookAlerts:LevelRoutes:Error", url),
            ($"WebhookAlerts:LevelRoutes:{sentinel.Token}", "error"),
            ("WebhookAlerts:MinimumLevel", url),
            ("WebhookAlerts:BatchTimeout", sentinel.Token),
            ("WebhookAlerts:Culture", sentinel.Token),
            ("WebhookAlerts:UserIds", url),
            ("WebhookAlerts:TraceUrl", url),
            ("WebhookAlerts:Fallback:Path", url),
            ("WebhookAlerts:Thresholds:cpu:Preset", url),
            ("WebhookAlerts:Alerts:Steady:Level", url),
            ("WebhookAlerts:Alerts:Steady:Route", url),
        ];
    }

    /// <summary>Keys in whose place the token got, and values that nobody checks: they may be refused, or are doubted
    /// in the
    /// log.</summary>
    public static IReadOnlyList<(string Key, string Value)> Doubtful(Sentinel sentinel, string origin)
    {
        var url = sentinel.Url(origin, sentinel.Id);
        return
        [
            ($"WebhookAlerts:{url}", "x"),
            ($"WebhookAlerts:{sentinel.Token}", "x"),
            Route(url, "x"),
            Route($"{url}:Url", url),
            ("WebhookAlerts:Routes", url),
            ("WebhookAlerts", url),
            ($"WebhookAlerts:Alerts:{sentinel.Token}:Level", "None"),
            ($"WebhookAlerts:Alerts:Steady:{sentinel.Token}", "None"),
            ($"WebhookAlerts:Thresholds:{sentinel.Token}:Above", "1"),
            ("WebhookAlerts:Redaction:Patterns:mine", $"({sentinel.Token}"),
            ($"WebhookAlerts:Redaction:Patterns:{sentinel.Token}", "x"),
            ("WebhookAlerts:Redaction:Except", $"({sentinel.Token}"),
        ];
    }

    private static (string Key, string Value) Route(string key, string value) => ("WebhookAlerts:Routes:" + key, value);
}
