namespace TypedWebhookAlerts.Generators.Model;

/// <summary>The values of the attribute.</summary>
/// <param name="Level">The level's number.</param>
/// <param name="Template">The description's template as written.</param>
/// <param name="Route">The route's name, or null where the level decides.</param>
/// <param name="Title">The title's template as written, or null.</param>
/// <param name="EventId">The declared number, or the hash of the full name.</param>
/// <param name="EventName">The declared name in logs, or null for the method's.</param>
/// <param name="Color">0xRRGGBB, or -1 for the level's.</param>
/// <param name="CoalesceSeconds">The window, 0 for never, -1 for the option's.</param>
/// <param name="MaxPerMinute">The budget, or 0 for none.</param>
/// <param name="OpenAfterSeconds">How long an incident lasts before it is shown, 0 for not at all, -1 for the
/// option's.</param>
internal sealed record AlertSettings(
    int Level,
    string Template,
    string? Route,
    string? Title,
    int EventId,
    string? EventName,
    int Color,
    int CoalesceSeconds,
    int MaxPerMinute,
    int OpenAfterSeconds);
