namespace TypedWebhookAlerts.Generators;

/// <summary>The names of the generator's steps: the caching tests assert each of them.</summary>
internal static class TrackingNames
{
    public const string Declarations = nameof(Declarations);
    public const string Alerts = nameof(Alerts);
    public const string Containers = nameof(Containers);
    public const string Catalog = nameof(Catalog);

    public static IReadOnlyList<string> All { get; } = [Declarations, Alerts, Containers, Catalog];
}
