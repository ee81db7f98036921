using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>The timeline as a person reads it.</summary>
internal static class TimelineText
{
    public static string Of(
        IReadOnlyList<SimulatedRequest> requests, DateTimeOffset start, Func<ulong, string?> nameOf)
    {
        var text = new StringBuilder();
        foreach (var request in requests)
        {
            text.AppendLine(Line(request, start, nameOf));
        }

        return text.ToString().TrimEnd();
    }

    private static string Line(SimulatedRequest request, DateTimeOffset start, Func<ulong, string?> nameOf)
    {
        var line = new StringBuilder();
        var webhook = request.WebhookId is { } id ? nameOf(id) ?? id.ToString(CultureInfo.InvariantCulture) : "?";
        line.Append(CultureInfo.InvariantCulture, $"+{request.ReceivedAt - start:hh\\:mm\\:ss\\.fff} ");
        line.Append(CultureInfo.InvariantCulture, $"{request.Method,-6} {webhook} -> ");
        line.Append(request.StatusCode == 0 ? "no answer" : request.StatusCode.ToString(CultureInfo.InvariantCulture));
        Append(line, request.ErrorCode, "code ");
        Append(line, request.RateLimitScope, "scope ");
        Append(line, request.Stored?.Embeds.Count, "embeds shown: ");
        Append(line, request.MessageId, "message ");
        Append(line, request.Fault, "fault: ");
        line.Append(request.AnsweredAt is { } answered
            ? FormattableString.Invariant($", {(answered - request.ReceivedAt).TotalMilliseconds} ms back")
            : ", not received");
        return line.ToString();
    }

    private static void Append<T>(StringBuilder line, T? value, string label)
    {
        if (value is not null)
        {
            line.Append(CultureInfo.InvariantCulture, $", {label}{value}");
        }
    }
}
