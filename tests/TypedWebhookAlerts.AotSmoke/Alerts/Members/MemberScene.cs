using TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Members;

internal static class MemberScene
{
    public static void Raise(AlertPipeline pipeline)
    {
        var since = new DateTimeOffset(2020, 2, 29, 12, 0, 0, TimeSpan.Zero);
        var inviter = new Member { Id = 1, Name = "nelly" };
        var member = new Member
        {
            Id = 80351110224678912,
            Name = "_mason_",
            Avatar = new Uri("https://cdn.discordapp.com/avatars/80351110224678912/a.png"),
            Inviter = inviter,
            Boosts = 2,
            JoinedAt = since,
            BoostingSince = since.UtcDateTime,
            Roles = [.. Enumerable.Range(1, 14).Select(number => $"role-{number}")],
        };
        var alerts = new MemberAlerts(new Guild(1, "Discord API", 12, null), pipeline);
        alerts.Joined(member);
        alerts.Left(member, TimeSpan.FromDays(400));
        alerts.Banned(member, "spam: https://free-nitro.example");
        alerts.Banned(inviter, null);
        alerts.Renamed("mason", "_mason_");
        alerts.RolesChanged(member);
        alerts.RolesChanged(inviter);
        alerts.Anniversary(member);
        alerts.InvitedBy(member);
        alerts.Boosted(member);
        alerts.Boosted(inviter);
        alerts.TimedOut(member, since.UtcDateTime, 80351110224678912);
        alerts.AvatarChanged(member);
        alerts.RaidSuspected(40, TimeSpan.FromDays(3));
        alerts.Verified(80351110224678912, Verification.Captcha);
    }
}
