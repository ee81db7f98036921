using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Reads an alert's record for the log: what it says, its values by name, and its first exception.</summary>
internal readonly record struct LoggedValues(AlertLogState State, Exception? Exception)
{
    public static LoggedValues OfDeclared(
        in AlertRecord record, LoggedAlert logged, LogMessageFormatter formatter, UserIdMask userIds)
    {
        var alert = record.Descriptor;
        var reader = record.CreateReader();
        alert.Render(ref reader, formatter);
        var message = formatter.Take();

        var values = new List<KeyValuePair<string, object?>>(alert.Parameters.Count + 1);
        Exception? exception = null;
        reader = record.CreateReader();
        for (var i = 0; i < alert.Parameters.Count; i++)
        {
            var parameter = alert.Parameters[i];
            var value = parameter.Read(ref reader, formatter.Classification);
            if (value is Exception thrown && exception is null)
            {
                exception = thrown;
            }
            else
            {
                var isUser = (parameter.Role & AlertParameterRole.UserId) != 0 && !userIds.ShowsIds;
                values.Add(new(logged.Names[i], isUser && value is ulong id ? userIds.Apply(id) : value));
            }
        }

        values.Add(new(AlertLogState.Template, logged.Template));
        return new LoggedValues(new AlertLogState(message, [.. values]), exception);
    }

    public static LoggedValues OfUntyped(in AlertRecord record)
    {
        var untyped = new UntypedReader(record.CreateReader());
        var message = untyped.Message.ToString();
        var values = new List<KeyValuePair<string, object?>> { new("message", message) };
        while (untyped.TryReadField(out var name, out var value))
        {
            values.Add(new(name.ToString(), value.IsNull ? null : value.ToString()));
        }

        values.Add(new(AlertLogState.Template, record.Descriptor.Template));
        return new LoggedValues(new AlertLogState(message, [.. values]), untyped.Exception);
    }
}
