using System.Reflection;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What the process's program says of itself.</summary>
internal static class EntryAssembly
{
    private static readonly AssemblyName? s_name = Assembly.GetEntryAssembly()?.GetName();

    /// <summary>Its name, unless there is a better one.</summary>
    /// <param name="better">The option's or the host's name for the application.</param>
    public static string NameOr(string? better)
        => string.IsNullOrWhiteSpace(better) ? s_name?.Name ?? "unknown" : better.Trim();

    /// <summary>Its version, such as <c>1.2.0</c>; null if it has none.</summary>
    public static string? Version { get; } = s_name?.Version?.ToString(3);
}
