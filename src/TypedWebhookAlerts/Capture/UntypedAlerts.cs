using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>The alerts that nobody declares: a text, an exception and named values, as a call or a log entry brings
/// them. Each level has a descriptor; configuration means all of them by one name.</summary>
internal static class UntypedAlerts
{
    private const string SendName = "TypedWebhookAlerts.AlertPipeline.Send";
    private const string LogEntryName = "TypedWebhookAlerts.LogEntry";

    // As for every alert: FNV-1a of the name without the sign bit.
    private const int SendId = 1828825675;
    private const int LogEntryId = 2022817945;

    private static readonly AlertDescriptor[] s_sent = Describe(SendName, SendId);
    private static readonly AlertDescriptor[] s_logEntries = Describe(LogEntryName, LogEntryId);

    /// <summary>What <c>AlertPipeline.Send</c> raises; null where there is no such level.</summary>
    public static AlertDescriptor? Sent(LogLevel level) => Find(s_sent, level);

    /// <summary>What an entry of the application's log becomes; null where there is no such level.</summary>
    public static AlertDescriptor? LogEntry(LogLevel level) => Find(s_logEntries, level);

    /// <summary>Whether an alert's records are read by an <see cref="UntypedReader"/>.</summary>
    public static bool Contains(AlertDescriptor alert)
        => Find(s_sent, alert.Level) == alert || IsLogEntry(alert);

    /// <summary>Whether it came out of the application's log.</summary>
    public static bool IsLogEntry(AlertDescriptor alert) => Find(s_logEntries, alert.Level) == alert;

    private static AlertDescriptor? Find(AlertDescriptor[] byLevel, LogLevel level)
        => (uint)level < (uint)byLevel.Length ? byLevel[(int)level] : null;

    private static AlertDescriptor[] Describe(string name, int eventId)
        => [.. Enumerable.Range((int)LogLevel.Trace, (int)LogLevel.None).Select(level => new AlertDescriptor(
            name,
            eventId,
            (LogLevel)level,
            template: "{message}",
            route: null,
            [AlertParameter.Exception("exception", AlertParameterRole.Key)],
            Render))];

    private static void Render(ref AlertReader record, AlertFormatter alert)
    {
        var untyped = new UntypedReader(record);
        alert.BeginDescription();
        alert.Text(UntypedMessage.Of(untyped, alert.Redactor));
        alert.End();
        var fields = RenderSource(untyped, alert);
        for (; untyped.TryReadField(out var name, out var value); fields++)
        {
            alert.BeginField(name, inline: IsShort(value));
            alert.Text(value);
            alert.End();
        }

        RenderOmitted(untyped.Omitted, fields, alert);
        if (untyped.Exception is { } exception)
        {
            alert.Exception(exception);
        }
    }

    /// <summary>Shows where a log entry comes from.</summary>
    /// <returns>The fields that this takes.</returns>
    private static int RenderSource(in UntypedReader untyped, AlertFormatter alert)
    {
        var fields = 0;
        if (!untyped.Category.IsNull)
        {
            alert.BeginField("Category"u8, inline: true);
            alert.Text(untyped.Category);
            alert.End();
            fields++;
        }

        if (untyped.HasEvent)
        {
            alert.BeginField("Event"u8, inline: true);
            RenderEvent(untyped, alert);
            alert.End();
            fields++;
        }

        return fields;
    }

    private static void RenderEvent(in UntypedReader untyped, AlertFormatter alert)
    {
        if (untyped.EventName.IsNull)
        {
            alert.Value(untyped.EventId);
            return;
        }

        alert.Text(untyped.EventName);
        if (untyped.EventId != 0)
        {
            alert.Literal(" ("u8);
            alert.Value(untyped.EventId);
            alert.Literal(")"u8);
        }
    }

    private static void RenderOmitted(int omitted, int shown, AlertFormatter alert)
    {
        if (omitted > 0 && shown < UntypedDraft.MaxFields)
        {
            alert.BeginField("…"u8);
            alert.Literal("+"u8);
            alert.Value(omitted);
            alert.Literal(" fields"u8);
            alert.End();
            return;
        }

        // The formatter counts the fields that it does not take, and says so in the last.
        for (var i = 0; i < omitted; i++)
        {
            alert.BeginField("…"u8);
            alert.End();
        }
    }

    /// <summary>Whether others may stand beside it in a row.</summary>
    private static bool IsShort(AlertText value) => value.Value.Length <= 32 && !value.Value.ContainsAny('\r', '\n');
}
