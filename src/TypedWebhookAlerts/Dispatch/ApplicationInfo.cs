using System.Reflection;
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
        var assembly = Assembly.GetEntryAssembly()?.GetName();
        name = string.IsNullOrWhiteSpace(name) ? assembly?.Name ?? "unknown" : name;
        var version = assembly?.Version is { } known ? " " + known.ToString(3) : string.Empty;
        return ShortText.Of(name.Trim(), MaxName) + version + " · "
            + ShortText.Of(Environment.MachineName, MaxMachine);
    }
}
