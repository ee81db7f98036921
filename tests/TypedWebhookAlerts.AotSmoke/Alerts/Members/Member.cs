namespace TypedWebhookAlerts.AotSmoke.Alerts.Members;

internal sealed class Member
{
    public ulong Id { get; init; }

    public string? Name { get; init; }

    public Uri? Avatar { get; init; }

    public Member? Inviter { get; init; }

    public int? Boosts { get; init; }

    public DateTimeOffset? JoinedAt { get; init; }

    public DateTime? BoostingSince { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];
}
