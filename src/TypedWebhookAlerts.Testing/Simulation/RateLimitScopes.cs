namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>The values of the header X-RateLimit-Scope.</summary>
internal static class RateLimitScopes
{
    public const string User = "user";
    public const string Shared = "shared";
    public const string Global = "global";

    public static string NameOf(RateLimitScope scope) => scope switch
    {
        RateLimitScope.Shared => Shared,
        RateLimitScope.Global => Global,
        _ => User,
    };
}
