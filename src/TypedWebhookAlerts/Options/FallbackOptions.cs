namespace TypedWebhookAlerts;

/// <summary>The file that takes what Discord does not: one alert a line, as JSON.</summary>
public sealed class FallbackOptions
{
    /// <summary>The file. The default value is <c>webhook-alerts.jsonl</c>; null or empty keeps no file. A relative
    /// path begins at the host's content root, or without a host at the current directory when the pipeline starts. The
    /// file is made when the first alert needs it; its folder has to be there.</summary>
    /// <remarks>Only its user may read it (mode 0600, also where it had another; on Windows its folder's rights hold).
    /// A symbolic link, a pipe and a device are refused, and so is another user's file that others may read.</remarks>
    public string? Path { get; set; } = "webhook-alerts.jsonl";

    /// <summary>Lines older than this are removed when the file is next written to: at the first line of a process, and
    /// then once a day. The default value is 30 days; from an hour to 10 years.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The most bytes in all. At half of them the file is renamed to <c>webhook-alerts.1.jsonl</c>, in the
    /// place of the one that had this name, and another is begun. The default value is 16 MiB; from 256 KiB to 1
    /// TiB.</summary>
    public long MaxBytes { get; set; } = 16 * 1024 * 1024;
}
