using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Names the application in footers: several often share a channel.</summary>
internal static class ApplicationInfo
{
    private const int MaxName = 80;
    private const int MaxMachine = 64;

    /// <summary>So much of either is looked at.</summary>
    private const int MostLookedAt = 4096;

    /// <summary>The application's name.</summary>
    /// <param name="name">The option's or the host's name for it; null for the entry assembly's.</param>
    /// <param name="redactor">Takes out of it what is not to leave.</param>
    public static string Name(string? name, TextRedactor redactor)
        => ShortText.Of(redactor.RedactStart(EntryAssembly.NameOr(name), MostLookedAt), MaxName);

    /// <summary>The application's name and version, and the machine.</summary>
    /// <param name="name">The name, as it is shown.</param>
    /// <param name="redactor">Takes out of the rest what is not to leave.</param>
    public static string Describe(string name, TextRedactor redactor)
    {
        var version = EntryAssembly.Version is { } known ? " " + known : string.Empty;
        return name + version + " · "
            + ShortText.Of(redactor.RedactStart(Environment.MachineName, MostLookedAt), MaxMachine);
    }
}
