using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace StrictLibrary;

/// <summary>Alerts of a static class.</summary>
public static partial class Reports
{
    /// <summary>A report is done.</summary>
    /// <param name="name">The report's name.</param>
    /// <param name="pages">How many pages it has.</param>
    [WebhookAlert(LogLevel.Information, "{name} has {pages:N0} pages", Title = "{name}", Footer = "{pages} pages")]
    public static partial void Finished(string name, int pages);

    /// <summary>A report has failed.</summary>
    /// <param name="name">The report's name.</param>
    /// <param name="at">When it failed.</param>
    /// <param name="exception">Why.</param>
    /// <returns>Whether the alert was accepted.</returns>
    [WebhookAlert(LogLevel.Error, "{name} failed {at:<t:R>}", "error", MaxPerMinute = 10, CoalesceSeconds = 0)]
    public static partial bool Failed([AlertKey] string name, DateTimeOffset at, Exception? exception);

    /// <summary>A report was sent.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="to">To whom.</param>
    /// <param name="access">The granted access.</param>
    /// <param name="weight">Its weight, if known.</param>
    [WebhookAlert(LogLevel.Warning, "Sent to {to,-10}: {access} {weight:F1}")]
    public static partial void Sent(this AlertPipeline pipeline, Uri to, FileAccess access, double? weight);

    /// <summary>A report was read.</summary>
    /// <param name="text">What was read of it.</param>
    /// <param name="reader">Who read it.</param>
    /// <param name="password">With which password.</param>
    [WebhookAlert(LogLevel.Debug, "{text}")]
    public static partial void Read(ReadOnlySpan<char> text, [UserId] ulong reader, [Secret] string password);

    /// <summary>Two things differ.</summary>
    /// <typeparam name="TLeft">The type of the first.</typeparam>
    /// <typeparam name="TRight">The type of the second.</typeparam>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    [WebhookAlert(LogLevel.Error, "{left} is not {right}")]
    public static partial void Differ<TLeft, TRight>(TLeft left, TRight? right)
        where TLeft : struct, Enum
        where TRight : class;
}
