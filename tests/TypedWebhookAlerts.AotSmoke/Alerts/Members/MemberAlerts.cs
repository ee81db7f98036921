using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Members;

/// <summary>A record that holds its pipeline in a property.</summary>
internal sealed partial record MemberAlerts(Guild Guild, AlertPipeline? Alerts)
{
    [WebhookAlert(LogLevel.Information, "{member.Name} joined", "member-events", Title = "👋 Welcome")]
    public partial void Joined(Member member);

    [WebhookAlert(LogLevel.Information, "{member.Name} left after {stayed:%d} days", "member-events")]
    public partial void Left(Member member, TimeSpan stayed);

    [WebhookAlert(LogLevel.Warning, "{member.Name} was banned: {reason}", "member-events", Color = 0xFF0000)]
    public partial void Banned(Member member, string? reason);

    [WebhookAlert(LogLevel.Information, "{before} is now {after}", "member-events")]
    public partial void Renamed(string before, string after);

    [WebhookAlert(LogLevel.Information, "{member.Name} has {member.Roles}", "member-events")]
    public partial void RolesChanged(Member member);

    [WebhookAlert(LogLevel.Information, "{member.Name} joined {member.JoinedAt:<t:D>}", "member-events")]
    public partial void Anniversary(Member member);

    [WebhookAlert(
        LogLevel.Information, "{member.Inviter.Inviter.Name} → {member.Inviter.Name} → {member.Name}", "member-events")]
    public partial void InvitedBy(Member member);

    [WebhookAlert(
        LogLevel.Information, "{member.Boosts} boosts since {member.BoostingSince:yyyy-MM-dd}", "member-events")]
    public partial void Boosted(Member member);

    [WebhookAlert(LogLevel.Information, "", "member-events", Title = "{member.Name} timed out")]
    public partial bool TimedOut(Member member, [AlertField(Inline = true)] DateTime until, [UserId] long moderator);

    [WebhookAlert(LogLevel.Information, "{member.Avatar}", "member-events", Footer = "{member.Name}")]
    public partial void AvatarChanged(Member member);

    [WebhookAlert(LogLevel.Warning, "{count} accounts younger than {age:%d} days joined in a minute")]
    public partial void RaidSuspected(int count, TimeSpan age);

    [WebhookAlert(LogLevel.Information, "Verified as {kind}", "member-events")]
    public partial void Verified([AlertKey, UserId] ulong id, Verification kind);
}
