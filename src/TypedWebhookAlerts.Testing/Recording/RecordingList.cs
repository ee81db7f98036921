using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;

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
        var values = new List<RecordedValue>();
        var reader = record.CreateReader();
        foreach (var parameter in descriptor.Parameters)
        {
            values.Add(new RecordedValue(parameter.Name, parameter.Type, parameter.Read(ref reader)));
        }

        var text = new PlainTextFormatter();
        reader = record.CreateReader();
        descriptor.Render(ref reader, text);
        return new RecordedAlert(
            descriptor.Name, descriptor.Level, TimeProvider.System.GetUtcNow(), text.ToString(), values);
    }
}
