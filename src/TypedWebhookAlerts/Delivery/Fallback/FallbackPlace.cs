namespace TypedWebhookAlerts.Delivery;

/// <summary>Where the fallback file is, and how long and how large it may be. It does not change: a reload makes
/// another.</summary>
/// <param name="path">The file's full path; null if none is kept.</param>
/// <param name="retention">The age at which lines are removed.</param>
/// <param name="maxBytes">The most bytes in all.</param>
internal sealed class FallbackPlace(string? path, TimeSpan retention, long maxBytes)
{
    /// <summary>No file.</summary>
    public static FallbackPlace None { get; } = new(null, default, 0);

    public string? Path => path;

    public TimeSpan Retention => retention;

    public long MaxBytes => maxBytes;

    public FallbackFile? File { get; } = path is null ? null : new FallbackFile(path, maxBytes);
}
