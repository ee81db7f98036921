using System.Reflection;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Names the application in footers: several often share a channel.</summary>
internal static class ApplicationInfo
{
    /// <summary>The application's name and version, and the machine.</summary>
    /// <param name="name">The host's name for it; null for the entry assembly's.</param>
    public static string Describe(string? name)
    {
        var assembly = Assembly.GetEntryAssembly()?.GetName();
        name = string.IsNullOrWhiteSpace(name) ? assembly?.Name ?? "unknown" : name;
        return assembly?.Version is { } version
            ? $"{name} {version.ToString(3)} · {Environment.MachineName}"
            : $"{name} · {Environment.MachineName}";
    }
}
