namespace StatsBot.Data;

/// <summary>That somebody wrote something, somewhere, once.</summary>
internal readonly record struct MessageRow(ulong GuildId, ulong AuthorId, DateTimeOffset At);
