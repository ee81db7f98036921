using Microsoft.Extensions.Logging;
using StatsBot.Members;
using TypedWebhookAlerts;

namespace StatsBot;

/// <summary>Everything that the bot tells its operators. To raise an alert is to call a method.</summary>
internal static partial class BotAlerts
{
    [WebhookAlert(LogLevel.Information, "Logged in as **{user}**, shard {shard} of {shards}", Title = "✅ Online")]
    public static partial void LoggedIn(string user, int shard, int shards);

    // A hundred members may run into one mistake: only the command and the kind of failure tell alerts apart.
    [WebhookAlert(LogLevel.Error, "", "error", Title = "🚨 /{command} failed")]
    public static partial void CommandFailed(
        [AlertKey] string command,
        [AlertField(Inline = true)] string guild,
        [UserId, AlertField(Inline = true)] ulong invokedBy,
        [AlertKey] Exception exception);

    [WebhookAlert(LogLevel.Warning, "**{guild}** waited {took:s\\.fff} s for it", "performance",
        Title = "📊 /{command} was slow", Footer = "Slow is over {limit:s\\.f} s", Color = 0xFFA500)]
    public static partial void CommandSlow(
        [AlertKey] string command,
        string guild,
        TimeSpan took,
        TimeSpan limit,
        [AlertField("Others running", Inline = true)] int others,
        [UserId, AlertField(Inline = true)] ulong invokedBy);

    [WebhookAlert(LogLevel.Information,
        "**{member.Guild.Name}** now has {member.Guild.MemberCount:N0} members. "
        + "The account was made {member.CreatedAt:<t:R>}.",
        "member-events", Title = "👋 {member.Name} joined", Color = 0x57F287)]
    public static partial void MemberJoined(Member member);

    [WebhookAlert(LogLevel.Warning, "{member.Name} was banned from **{member.Guild.Name}**", "member-events",
        Title = "🔨 Member banned", Color = 0xED4245)]
    public static partial void MemberBanned(
        Member member,
        [UserId, AlertField("Member", Inline = true)] ulong id,
        [AlertField("Bot", Inline = true)] bool isBot);

    [WebhookAlert(LogLevel.Warning, "Shard {shard} lost its gateway after {uptime:mm\\:ss}: {reason}")]
    public static partial void ShardDisconnected(int shard, TimeSpan uptime, string reason);

    [WebhookAlert(LogLevel.Information, "Shard {shard} resumed its session after {gap:s\\.f} s")]
    public static partial void ShardResumed(int shard, TimeSpan gap);

    // Critical goes to two channels, errors and info, and overtakes everything that waits. In each it is one message,
    // which tells how it goes on and turns green when the database answers.
    [WebhookAlert(LogLevel.Critical, "Database **{host}** does not answer: {timeouts} queries in a row timed out",
        Title = "🔥 Database down")]
    public static partial AlertIncident DatabaseDown([AlertKey] string host, int timeouts, Exception lastFailure);
}
