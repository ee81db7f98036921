namespace StatsBot.Members;

/// <summary>Somebody in a guild.</summary>
internal sealed record Member(ulong Id, string Name, Guild Guild);
