using System.Reflection;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Names the application in footers: several often share a channel.</summary>
internal static class ApplicationInfo
{
    private static readonly string s_entryAssembly = Assembly.GetEntryAssembly()?.GetName().Name ?? "unknown";

    /// <summary>The entry assembly's version; null where there is no such assembly.</summary>
    public static string? Version { get; } = Assembly.GetEntryAssembly()?.GetName().Version?.ToString(3);

    /// <summary>The application's name.</summary>
    /// <param name="name">What the options or the host say; null for the entry assembly's.</param>
    public static string Name(string? name) => string.IsNullOrWhiteSpace(name) ? s_entryAssembly : name;

    /// <summary>The application's name and version, and the machine.</summary>
    /// <param name="name">The host's name for it; null for the entry assembly's.</param>
    public static string Describe(string? name)
    {
        return Version is { } version
            ? $"{Name(name)} {version} · {Environment.MachineName}"
            : $"{Name(name)} · {Environment.MachineName}";
    }
}
