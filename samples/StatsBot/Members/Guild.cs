namespace StatsBot.Members;

/// <summary>A guild, as it is at the moment.</summary>
internal sealed record Guild(ulong Id, string Name, int MemberCount);
