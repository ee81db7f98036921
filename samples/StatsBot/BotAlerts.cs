using Microsoft.Extensions.Logging;
using StatsBot.Members;
using TypedWebhookAlerts;

namespace StatsBot;

/// <summary>Everything that the bot tells its operators: to raise an alert is to call a method.</summary>
internal static partial class BotAlerts
{
    [WebhookAlert(LogLevel.Information, "Logged in as **{user}**, shard {shard} of {shards}", Title = "✅ Online")]
    public static partial void LoggedIn(string user, int shard, int shards);

    [WebhookAlert(LogLevel.Error, "{message}", "error", Title = "🚨 Command failed", Footer = "StatsBot")]
    public static partial void CommandFailed(
        [AlertKey, AlertField(Inline = true)] string command,
        [AlertField(Inline = true)] string guild,
        [UserId, AlertField(Inline = true)] ulong invokedBy,
        string message,
        [AlertKey] Exception exception);

    [WebhookAlert(LogLevel.Warning, "It took {took:s\\.fff} s, and {limit:s\\.fff} s are the limit", "performance",
        Title = "📊 /{command} was slow", Footer = "StatsBot performance", Color = 0xFFA500)]
    public static partial void CommandSlow(
        [AlertKey] string command,
        TimeSpan took,
        TimeSpan limit,
        [AlertField(Inline = true)] string guild,
        [AlertField("Waiting commands", Inline = true)] int waiting);

    [WebhookAlert(LogLevel.Information, "**{member.Guild.Name}** now has {member.Guild.MemberCount:N0} members",
        "member-events", Title = "👋 {member.Name} joined", Color = 0x57F287)]
    public static partial void MemberJoined(
        Member member,
        [AlertField("Account created", Inline = true)] DateTimeOffset created,
        [UserId, AlertField("Member", Inline = true)] ulong id);

    [WebhookAlert(LogLevel.Information, "{member.Name} left **{member.Guild.Name}**", "member-events", Color = 0x99AAB5)]
    public static partial void MemberLeft(Member member);

    [WebhookAlert(LogLevel.Warning, "{member.Name} was banned from **{member.Guild.Name}**", "member-events",
        Title = "🔨 Member banned", Color = 0xED4245)]
    public static partial void MemberBanned(
        Member member, [UserId, AlertField("Member", Inline = true)] ulong id, [AlertField(Inline = true)] bool isBot);

    [WebhookAlert(LogLevel.Warning, "Shard {shard} lost its gateway after {uptime:mm\\:ss}: {reason}")]
    public static partial void ShardDisconnected(int shard, TimeSpan uptime, string reason);

    [WebhookAlert(LogLevel.Information, "Shard {shard} resumed its session after {gap:s\\.f} s")]
    public static partial void ShardResumed(int shard, TimeSpan gap);

    [WebhookAlert(LogLevel.Critical, "Database **{host}** does not answer: {timeouts} queries in a row timed out",
        Title = "🔥 Database down")]
    public static partial void DatabaseDown([AlertKey] string host, int timeouts, Exception lastFailure);

    [WebhookAlert(LogLevel.Information, "Database **{host}** answers again after {downtime:s\\.f} s", Title = "💚 Database up")]
    public static partial void DatabaseUp(string host, TimeSpan downtime);
}
