using System.Text;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts;

/// <summary>What a route's options may be. Source of the limits: Discord's developer documentation, "Usernames and
/// Nicknames" and "Execute Webhook", and its published API description.</summary>
internal static class RouteOptionsRules
{
    private const int MaxUsername = 80;
    private const int MaxAvatarUrl = 2048;
    private const int MaxThreadName = 100;
    private const int MaxTags = 5;

    private static readonly string[] s_forbiddenInName = ["clyde", "discord", "```"];
    private static readonly string[] s_reservedNames = ["here", "everyone"];

    /// <summary>The mistakes in a route's options but its address; what is empty is not set. Each begins with
    /// the option's name and does not tell its value.</summary>
    /// <param name="settings">The route's options.</param>
    /// <param name="url">Its address, if that is right.</param>
    public static IEnumerable<string> Mistakes(RouteOptions settings, WebhookUrl? url)
    {
        string?[] mistakes =
        [
            Username(settings.Username),
            AvatarUrl(settings.AvatarUrl),
            settings.ThreadId == 0 ? "ThreadId must be the id of a thread." : null,
            ThreadName(settings.ThreadName),
            Tags(settings),
            Mention(settings),
            Thread(settings, url),
        ];
        return mistakes.OfType<string>();
    }

    private static string? Username(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (IsTorn(name))
        {
            return "Username must not have half of a surrogate pair.";
        }

        if (IsLonger(name, MaxUsername))
        {
            return "Username must have at most 80 characters.";
        }

        return s_forbiddenInName.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            || s_reservedNames.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)
            ? "Username must not contain \"clyde\", \"discord\" or three backticks, nor be \"here\" or \"everyone\"."
            : null;
    }

    private static string? AvatarUrl(string? address)
    {
        var isRight = string.IsNullOrWhiteSpace(address)
            || (address.Length <= MaxAvatarUrl
                && Ascii.IsValid(address)
                && Uri.IsWellFormedUriString(address, UriKind.Absolute)
                && new Uri(address) is { Host.Length: > 0 } uri
                && uri.Scheme == Uri.UriSchemeHttps);
        return isRight ? null : "AvatarUrl must be an https address of at most 2048 characters.";
    }

    private static string? ThreadName(string? name)
    {
        if (name is not null && IsTorn(name))
        {
            return "ThreadName must not have half of a surrogate pair.";
        }

        return name is not null && IsLonger(name, MaxThreadName)
            ? "ThreadName must have at most 100 characters."
            : null;
    }

    private static string? Tags(RouteOptions settings)
    {
        if (settings.Tags.Count > 0 && string.IsNullOrWhiteSpace(settings.ThreadName))
        {
            return "Tags are those of the thread that ThreadName opens: set that, too.";
        }

        var isRight = settings.Tags.Count <= MaxTags
            && !settings.Tags.Contains(0)
            && settings.Tags.Distinct().Count() == settings.Tags.Count;
        return isRight ? null : "Tags must be at most 5 ids, each of them once.";
    }

    private static string? Mention(RouteOptions settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.Mention)
            && TypedWebhookAlerts.Mention.TryParse(settings.Mention) is null)
        {
            return "Mention must be a role as 123, role:123 or <@&123>, or a user as user:123 or <@123>.";
        }

        return Enum.IsDefined(settings.MentionFrom) ? null : "MentionFrom must be a level from Trace to None.";
    }

    private static string? Thread(RouteOptions settings, WebhookUrl? url)
    {
        if (!string.IsNullOrWhiteSpace(settings.ThreadName) && (settings.ThreadId ?? url?.ThreadId) is not null)
        {
            return "ThreadName opens a thread, and ThreadId (or the address) names one: set only one of them.";
        }

        return settings.ThreadId is { } id && url?.ThreadId is { } other && id != other
            ? "ThreadId is not the thread_id of the address: set only one of them."
            : null;
    }

    /// <summary>Whether a text cannot be written as UTF-8.</summary>
    private static bool IsTorn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLonger(string text, int most) => text.Trim().EnumerateRunes().Count() > most;
}
