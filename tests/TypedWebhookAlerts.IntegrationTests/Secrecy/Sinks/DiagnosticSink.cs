using System.Collections.Concurrent;
using System.Diagnostics;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

/// <summary>Listens to every <see cref="DiagnosticListener"/>, and looks into each payload as deep as it
/// goes.</summary>
internal sealed class DiagnosticSink : IObserver<DiagnosticListener>, IDisposable
{
    public const string Name = "diagnostic event";

    private readonly SecretSearch _search;
    private readonly IDisposable _all;
    private readonly ConcurrentBag<IDisposable> _each = [];

    public DiagnosticSink(SecretSearch search)
    {
        _search = search;
        _all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public void OnNext(DiagnosticListener value)
        => _each.Add(value.Subscribe(new Events(_search, value.Name), static (_, _, _) => true));

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _all.Dispose();
        foreach (var subscription in _each)
        {
            subscription.Dispose();
        }
    }

    private sealed class Events(SecretSearch search, string listener) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            search.Look(Name, $"{listener}: name", value.Key);
            search.LookInto(Name, $"{listener} {value.Key}: payload", value.Value);
            search.LookInto(Name, $"{listener} {value.Key}: activity", Activity.Current);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
