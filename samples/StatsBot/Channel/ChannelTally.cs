namespace StatsBot.Channel;

/// <summary>What a channel shows.</summary>
/// <param name="Alerts">How many alerts have a place of their own.</param>
/// <param name="Repeats">How many more their counters stand for.</param>
internal sealed record ChannelTally(long Alerts, long Repeats);
