namespace StatsBot.Gateway;

/// <summary>Discord's ids: their upper 42 bits count milliseconds since 2015.</summary>
internal static class Snowflake
{
    private const long DiscordEpoch = 1_420_070_400_000;

    public static DateTimeOffset CreatedAt(ulong id)
        => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + DiscordEpoch);
}
