using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing;

/// <summary>What a test expects of a <see cref="DiscordSimulator"/>. Each failure says what was expected, which
/// messages there are, and the timeline.</summary>
public static class DiscordExpectations
{
    /// <summary>Expects that exactly one message shows a text.</summary>
    /// <param name="discord">The simulator.</param>
    /// <param name="text">A part of its content or of a text of its embeds, as it reads in the channel: without the
    /// backslashes that keep it from formatting.</param>
    /// <param name="webhook">Whose messages are looked at; null for all.</param>
    /// <returns>The message.</returns>
    /// <exception cref="AlertAssertionException">None shows it, or several do.</exception>
    public static SimulatedMessage ExpectSingle(
        this DiscordSimulator discord, string text, SimulatedWebhook? webhook = null)
    {
        ArgumentNullException.ThrowIfNull(discord);
        ArgumentException.ThrowIfNullOrEmpty(text);
        var found = In(discord, webhook).Where(message => MessageText.Shows(message, text)).ToList();
        return found.Count == 1
            ? found[0]
            : throw Unlike(discord, webhook, $"one message that shows \"{text}\", but {found.Count} do");
    }

    /// <summary>Expects that no message shows a text, or that there is no message.</summary>
    /// <param name="discord">The simulator.</param>
    /// <param name="text">As for <see cref="ExpectSingle"/>; null for any.</param>
    /// <param name="webhook">Whose messages are looked at; null for all.</param>
    /// <exception cref="AlertAssertionException">There is one.</exception>
    public static void ExpectNone(this DiscordSimulator discord, string? text = null, SimulatedWebhook? webhook = null)
    {
        ArgumentNullException.ThrowIfNull(discord);
        var found = In(discord, webhook).Count(message => text is null || MessageText.Shows(message, text));
        if (found > 0)
        {
            var what = text is null ? "no message" : $"no message that shows \"{text}\"";
            throw Unlike(discord, webhook, $"{what}, but there are {found}");
        }
    }

    /// <summary>Expects how many requests were answered 429, whether by a window or by a planned fault.</summary>
    /// <param name="discord">The simulator.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="AlertAssertionException">There are more, or fewer.</exception>
    public static void Expect429s(this DiscordSimulator discord, int count)
    {
        ArgumentNullException.ThrowIfNull(discord);
        var found = discord.Requests.Count(request => request.StatusCode == 429);
        if (found != count)
        {
            throw Unlike(discord, null, $"{count} answers of 429, but there are {found}");
        }
    }

    private static IReadOnlyList<SimulatedMessage> In(DiscordSimulator discord, SimulatedWebhook? webhook)
        => webhook?.Messages ?? discord.Messages;

    private static AlertAssertionException Unlike(DiscordSimulator discord, SimulatedWebhook? webhook, string expected)
    {
        var messages = In(discord, webhook).Select(message => "  " + MessageText.Of(message).ReplaceLineEndings(" | "));
        return new AlertAssertionException(string.Join(
            Environment.NewLine,
            [
                $"Expected {expected}.",
                $"Messages{(webhook is null ? "" : $" of {webhook.Name}")}:",
                .. messages.DefaultIfEmpty("  none"),
                "Timeline:",
                discord.Timeline is { Length: > 0 } timeline ? timeline : "  no request",
            ]));
    }
}
