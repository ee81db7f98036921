using Microsoft.Extensions.Logging;

namespace StatsBot;

/// <summary>What the bot writes in its log: for those who read along, not for those who are woken.</summary>
internal static partial class BotLog
{
    [LoggerMessage(1, LogLevel.Warning, "Line {Line} is not a gateway event: {Reason}")]
    public static partial void MalformedLine(this ILogger logger, int line, string reason);

    [LoggerMessage(2, LogLevel.Information, "Reading events from {Source} for at most {Seconds} s")]
    public static partial void Reading(this ILogger logger, string source, double seconds);

    [LoggerMessage(3, LogLevel.Information, "/{Command} answered {User} in {Milliseconds} ms: {Reply}")]
    public static partial void CommandAnswered(
        this ILogger logger, string command, string user, long milliseconds, string reply);

    [LoggerMessage(4, LogLevel.Information, "{User} asked for /{Command}, which the bot does not know")]
    public static partial void CommandUnknown(this ILogger logger, string command, string user);

    [LoggerMessage(5, LogLevel.Information, "/{Command} failed: {Failure}")]
    public static partial void CommandFailed(this ILogger logger, string command, string failure);
}
