namespace StatsBot;

/// <summary>What the command line asks for.</summary>
/// <param name="Events">A file of gateway events, <c>-</c> for standard input, or null for what is piped in, else the
/// recording.</param>
/// <param name="Duration">The longest run.</param>
internal sealed record StatsBotSettings(string? Events, TimeSpan Duration);
