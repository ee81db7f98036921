using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Fuzzing;

/// <summary>Arguments in each place of an alert. The first byte gives the longest message, and a byte 1F begins another
/// argument.</summary>
internal static class EscaperTarget
{
    private const byte Separator = 0x1F;

    // Each is only text, and each waits for what an argument could make of it.
    private static readonly string[] s_literals = ["Shard ", "\n", "see https:", "a <", "C:\\", "`", "\n> ", ""];

    public static void Run(byte[] input)
    {
        var longest = input is [var first, ..] ? 100 + (first * 16) : 2000;
        var options = new RenderingOptions(Math.Min(longest, DiscordLimits.Description));
        var arguments = Split(input.AsSpan(Math.Min(1, input.Length)));
        CheckEmbed(Render(new DiscordEmbedFormatter(options), arguments), options);
        CheckContent(Render(new DiscordContentFormatter(options), arguments), options);
    }

    private static List<string> Split(ReadOnlySpan<byte> bytes)
    {
        var arguments = new List<string>();
        foreach (var range in bytes.Split(Separator))
        {
            arguments.Add(FuzzText.Of(bytes[range]));
        }

        return arguments;
    }

    private static RenderedAlert Render(DiscordFormatter formatter, List<string> arguments)
    {
        formatter.Begin(new AlertHeading(LogLevel.Error, -1, DateTimeOffset.UnixEpoch));
        formatter.BeginTitle();
        Speak(formatter, arguments);
        formatter.BeginDescription();
        Speak(formatter, arguments);
        formatter.Exception(new InvalidOperationException(arguments[^1], new FormatException(arguments[0])));
        formatter.BeginField("Field"u8);
        Speak(formatter, arguments);
        formatter.BeginField("Code"u8, codeBlock: true);
        Speak(formatter, arguments);
        formatter.BeginFooter();
        Speak(formatter, arguments);
        return formatter.Finish();
    }

    private static void Speak(DiscordFormatter formatter, List<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            formatter.Literal(Encoding.UTF8.GetBytes(s_literals[index % s_literals.Length]));
            formatter.Text(arguments[index]);
        }

        formatter.Link(arguments[0]);
        formatter.End();
    }

    private static void CheckEmbed(RenderedAlert alert, RenderingOptions options)
    {
        using var payload = Payload(alert);
        var embed = payload.RootElement.GetProperty("embeds")[0];
        Promise.Holds(alert.CodePoints <= DiscordLimits.EmbedTotal, "an embed keeps its sum");
        Check(embed.GetProperty("title"), DiscordLimits.Title);
        Check(embed.GetProperty("description"), Math.Min(DiscordLimits.Description, options.MaxMessageLength));
        Check(embed.GetProperty("footer").GetProperty("text"), DiscordLimits.Footer);
        foreach (var field in embed.GetProperty("fields").EnumerateArray())
        {
            Check(field.GetProperty("name"), DiscordLimits.FieldName);
            Check(field.GetProperty("value"), DiscordLimits.FieldValue);
        }
    }

    private static void CheckContent(RenderedAlert alert, RenderingOptions options)
    {
        using var payload = Payload(alert);
        Check(payload.RootElement.GetProperty("content"), Math.Min(DiscordLimits.Content, options.MaxMessageLength));
    }

    private static JsonDocument Payload(RenderedAlert alert)
        => JsonDocument.Parse(DiscordPayload.Create([new ShownAlert(alert, default)], MessageFrame.None).Json);

    // Whoever reads the JSON gets whole characters, and none that a terminal obeys.
    private static void Check(JsonElement part, int limit)
    {
        var text = part.GetString()!;
        Promise.Holds(text.Trim().EnumerateRunes().Count() <= limit, "a part keeps its limit");
        Promise.Holds(!text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')), "no control character is shown");
    }
}
