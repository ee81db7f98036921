using System.Globalization;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Makes a route's frame of its options, which are checked by then.</summary>
internal static class RouteFrame
{
    public static MessageFrame Create(RouteOptions settings) => new()
    {
        Username = Text(settings.Username),
        AvatarUrl = Text(settings.AvatarUrl),
        Mention = Mention.TryParse(settings.Mention),
        MentionFrom = settings.MentionFrom,
        ThreadName = Text(settings.ThreadName),
        Tags = string.Join(',', settings.Tags.Select(tag => tag.ToString(CultureInfo.InvariantCulture))),
    };

    private static string? Text(string? option) => string.IsNullOrWhiteSpace(option) ? null : option.Trim();
}
