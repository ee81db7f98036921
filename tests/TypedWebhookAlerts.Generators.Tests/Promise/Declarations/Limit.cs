using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>A limit of Discord's, and how far from it a literal is: -1, 0 or +1 code points.</summary>
internal sealed record Limit(LimitedPart Part, int Length)
{
    /// <summary>The description of the default options, where a counter's reserve is kept.</summary>
    public const int DefaultDescription = 2000 - DiscordLimits.CounterReserve;

    public static readonly IReadOnlyList<Limit> All =
    [
        .. Around(LimitedPart.Title, DiscordLimits.Title),
        .. Around(LimitedPart.Footer, DiscordLimits.Footer),
        .. Around(LimitedPart.FieldName, DiscordLimits.FieldName),
        .. Around(LimitedPart.Description, DiscordLimits.Description),
        .. Around(LimitedPart.Description, DefaultDescription),
        .. Around(LimitedPart.Fields, DiscordLimits.Fields),
    ];

    public override string ToString() => $"{Part} {Length}";

    private static IEnumerable<Limit> Around(LimitedPart part, int limit)
        => Enumerable.Range(limit - 1, 3).Select(length => new Limit(part, length));
}
