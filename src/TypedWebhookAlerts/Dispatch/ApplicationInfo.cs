using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Names the application in footers: several often share a channel.</summary>
internal static class ApplicationInfo
{
    private const int MaxName = 80;
    private const int MaxMachine = 64;

    /// <summary>The application's name and version, and the machine.</summary>
    /// <param name="name">The option's or the host's name for it; null for the entry assembly's.</param>
    public static string Describe(string? name)
    {
        var version = EntryAssembly.Version is { } known ? " " + known : string.Empty;
        return ShortText.Of(EntryAssembly.NameOr(name), MaxName) + version + " · "
            + ShortText.Of(Environment.MachineName, MaxMachine);
    }
}
