using System.Net;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>One way in which a webhook fails.</summary>
/// <param name="Route">The route to it.</param>
/// <param name="Raise">Raises an alert for it.</param>
/// <param name="Answer">How it answers what is posted.</param>
/// <param name="Said">The log event that tells the trouble.</param>
internal sealed record Trouble(
    string Route, Func<AlertPipeline, string, bool> Raise, Func<HostileAnswers, Reply> Answer, string Said)
{
    /// <summary>Where the webhook lies, if not on the server that answers.</summary>
    public Func<Places, string>? Origin { get; init; }

    /// <summary>The ban comes last: it holds up all.</summary>
    public static IReadOnlyList<Trouble> All { get; } =
    [
        new("limited", SecrecyAlerts.Limited, answers => answers.RateLimit(), "RateLimited"),
        new("failing", SecrecyAlerts.Failing, answers => answers.Page(HttpStatusCode.BadGateway), "WebhookFails"),
        new("refused", SecrecyAlerts.Refused, Unreached, "WebhookFails") { Origin = places => places.Closed },
        new("unresolved", SecrecyAlerts.Unresolved, Unreached, "WebhookFails") { Origin = places => places.Unresolved },
        new("untrusted", SecrecyAlerts.Untrusted, Unreached, "WebhookFails") { Origin = places => places.Untrusted },
        new("hanging", SecrecyAlerts.Hanging, _ => HostileAnswers.Silence(), "Unconfirmed"),
        new("broken-off", SecrecyAlerts.BrokenOff, _ => HostileAnswers.BrokenOff(), "WebhookFails"),
        new("broken-body", SecrecyAlerts.BrokenBody, answers => answers.BrokenMessage(), "NoMessageInAnswer"),
        new("garbled", SecrecyAlerts.Garbled, answers => answers.Garbage(), "WebhookFails"),
        new("dead", SecrecyAlerts.Dead, answers => answers.Error(HttpStatusCode.NotFound, 10015), "WebhookIsDead"),
        new(
            "unauthorized",
            SecrecyAlerts.Unauthorized,
            answers => answers.Error(HttpStatusCode.Unauthorized, 50027),
            "WebhookIsDead"),
        new("redirected", SecrecyAlerts.Redirected, answers => answers.Redirect(), "WebhookFails"),
        new(
            "rejected",
            SecrecyAlerts.Rejected,
            answers => answers.Error(HttpStatusCode.BadRequest, 50035),
            "AlertRejected"),
        new("nameless", SecrecyAlerts.Nameless, answers => answers.MessageWithoutId(), "NoMessageInAnswer"),
        new("flooding", SecrecyAlerts.Flooding, answers => answers.Flood(), "NoMessageInAnswer"),
        new("banned", SecrecyAlerts.Banned, answers => answers.Ban(), "Banned"),
    ];

    private static Reply Unreached(HostileAnswers answers) => new([], Closes: true);
}
