using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts;

/// <summary>Writes the records that no generated code writes: of alerts that are not declared, and of those whose
/// arguments could not be read.</summary>
internal static class HandwrittenCalls
{
    /// <summary>Raises an alert that is not declared.</summary>
    public static bool Send(
        AlertPipeline pipeline,
        LogLevel level,
        string message,
        Exception? exception,
        ReadOnlySpan<(string Name, object? Value)> fields)
    {
        if (UntypedAlerts.Sent(level) is not { } alert || !pipeline.IsEnabled(alert))
        {
            return false;
        }

        using var draft = UntypedDraft.Begin(message, exception, pipeline.Culture);
        foreach (var (name, value) in fields)
        {
            draft.Add(name, value);
        }

        return RaiseUntyped(pipeline, alert, draft);
    }

    /// <summary>Raises an untyped alert that is put together.</summary>
    public static bool RaiseUntyped(AlertPipeline pipeline, AlertDescriptor alert, UntypedDraft draft)
    {
        if (!pipeline.TryClaim(alert, draft.Size, out var record))
        {
            return false;
        }

        draft.Write(ref record);
        record.Commit();
        return true;
    }

    /// <summary>Raises an alert whose arguments could not be read.</summary>
    public static bool RaiseUnreadable(
        AlertPipeline pipeline, AlertDescriptor alert, Exception? exception, AlertTracker? tracker)
    {
        var type = exception?.GetType().FullName;
        var size = AlertWriter.SizeOf(type);
        AlertWriter record;
        if (tracker is null
            ? !pipeline.TryClaim(alert.Unreadable, size, out record)
            : !pipeline.TryClaim(alert.Unreadable, size, tracker, out record))
        {
            return false;
        }

        record.Write(type);
        record.EndKey();
        record.Commit();
        return true;
    }
}
