using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Testing.Recording;

/// <summary>The alerts of a recorder, as its pipeline gives them.</summary>
internal sealed class RecordingList
{
    private readonly Lock _gate = new();
    private readonly List<RecordedAlert> _all = [];
    private readonly Dictionary<object, RecordedAlert> _incidents = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<RecordedAlert> Snapshot()
    {
        lock (_gate)
        {
            return [.. _all];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _all.Clear();
        }
    }

    public void Take(in AlertRecord record)
    {
        lock (_gate)
        {
            if (record.Tracker is IncidentMessage news)
            {
                Tell(news, record);
            }
            else
            {
                var alert = Read(record);
                _all.Add(alert);
                if (record.Tracker is AlertIncident incident)
                {
                    _incidents[incident] = alert;
                }
            }
        }

        record.Tracker?.Settle(AlertOutcome.Delivered);
    }

    /// <summary>What is told of an incident belongs to the alert that opened it.</summary>
    private void Tell(IncidentMessage news, in AlertRecord record)
    {
        // Opened under another recorder, it is none of this one's.
        if (!_incidents.TryGetValue(news.Incident, out var alert))
        {
            return;
        }

        var text = record.CreateReader().ReadText();
        var words = text.IsNull ? null : text.ToString();
        if (record.Descriptor == IncidentNews.Of(((AlertIncident)(object)news.Incident).Alert).Resolution)
        {
            alert.Resolve(words);
        }
        else
        {
            alert.Update(words ?? "");
        }
    }

    private static RecordedAlert Read(in AlertRecord record)
    {
        var descriptor = record.Descriptor;
        var values = UntypedAlerts.Contains(descriptor) ? ReadUntyped(record) : ReadDeclared(record);
        var text = new PlainTextFormatter(TextRedactor.None);
        var reader = record.CreateReader();
        descriptor.Render(ref reader, text);
        return new RecordedAlert(
            descriptor.Name, descriptor.Level, TimeProvider.System.GetUtcNow(), text.ToString(), values);
    }

    private static List<RecordedValue> ReadDeclared(in AlertRecord record)
    {
        var values = new List<RecordedValue>();
        var reader = record.CreateReader();
        foreach (var parameter in record.Descriptor.Parameters)
        {
            values.Add(new RecordedValue(parameter.Name, parameter.Type, parameter.Read(ref reader)));
        }

        return values;
    }

    private static List<RecordedValue> ReadUntyped(in AlertRecord record)
    {
        var untyped = new UntypedReader(record.CreateReader());
        var values = new List<RecordedValue> { Text("message", untyped.Message) };
        if (!untyped.Category.IsNull)
        {
            values.Add(Text("category", untyped.Category));
            values.Add(new RecordedValue("eventId", typeof(int), untyped.EventId));
            values.Add(Text("eventName", untyped.EventName));
        }

        while (untyped.TryReadField(out var name, out var value))
        {
            values.Add(Text(name.ToString(), value));
        }

        values.Add(new RecordedValue("exception", typeof(Exception), untyped.Exception));
        return values;
    }

    private static RecordedValue Text(string name, AlertText value)
        => new(name, typeof(string), value.IsNull ? null : value.ToString());
}
