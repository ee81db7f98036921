using System.Text.Json;

namespace StatsBot.Gateway;

/// <summary>An option of a command: a text, a number, a truth value, or an id as a text.</summary>
internal sealed record InteractionOption(string Name, JsonElement Value = default);
