namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>The request that a fault befalls. The caller holds the model's lock.</summary>
/// <param name="decide">Lets Discord take the request.</param>
/// <param name="windows">The windows, whose headers some answers carry.</param>
/// <param name="webhook">The webhook that the path names, or 0.</param>
/// <param name="writes">Whether the request writes.</param>
internal sealed class FaultScene(Func<ApiAnswer> decide, RateWindows windows, ulong webhook, bool writes)
{
    /// <summary>Lets Discord take the request, and gives its answer.</summary>
    public ApiAnswer Decide() => decide();

    /// <summary>A 429 that names a scope, and a wait or none.</summary>
    public ApiAnswer RateLimited(RateLimitScope scope, TimeSpan? retryAfter)
    {
        if (scope != RateLimitScope.Global)
        {
            // As a true one does: it has used its place in the webhook's window, and tells of that.
            windows.TakeWebhook(webhook, writes);
        }

        var name = RateLimitScopes.NameOf(scope);
        var answer = Answers.RateLimited(name, retryAfter);
        (string, string?)[] headers =
        [
            ("X-RateLimit-Scope", name),
            ("X-RateLimit-Global", scope == RateLimitScope.Global ? "true" : null),
            ("Retry-After", retryAfter is { } wait ? Seconds.FormatWhole(wait) : null),
        ];
        return scope switch
        {
            RateLimitScope.Global => answer.With(headers),
            RateLimitScope.Shared => windows.WithHeaders(answer.With(headers), webhook, writes),
            _ => windows.WithHeaders(answer.With(headers), webhook, writes).With(
            [
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset", null),
                ("X-RateLimit-Reset-After", retryAfter is { } reset ? Seconds.Format(reset) : null),
            ]),
        };
    }
}
