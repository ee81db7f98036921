using System.Globalization;
using System.Text.Json;
using StatsBot.Gateway;
using StatsBot.Members;

namespace StatsBot.Commands;

/// <summary>Who used a command, where, when, and with which options.</summary>
internal sealed record CommandContext(
    Guild Guild, User InvokedBy, DateTimeOffset At, IReadOnlyList<InteractionOption> Options)
{
    /// <summary>An option's text; null when it was left out.</summary>
    public string? Text(string option)
        => Options.FirstOrDefault(candidate => candidate.Name == option)?.Value switch
        {
            null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } other => other.GetRawText(),
        };

    /// <summary>An option's whole number.</summary>
    public int Number(string option, int otherwise)
        => Text(option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
