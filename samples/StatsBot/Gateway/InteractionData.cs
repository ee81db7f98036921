namespace StatsBot.Gateway;

/// <summary>The command that was used. Only commands have a name.</summary>
internal sealed record InteractionData(string? Name = null, IReadOnlyList<InteractionOption>? Options = null);
