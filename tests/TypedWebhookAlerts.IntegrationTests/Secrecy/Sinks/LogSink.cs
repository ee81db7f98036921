using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

/// <summary>Takes every entry of every category at Trace: its words, its values, its exception, its event, and the
/// scopes that it lies in.</summary>
internal sealed class LogSink(SecretSearch search) : ILoggerProvider, ISupportExternalScope
{
    public const string Name = "log";

    /// <summary>In real time, and only to end a test that would hang.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<(string? Event, string Message)> _said = [];
    private TaskCompletionSource _news = Later();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>How often an event was said of something.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="of">What its words hold.</param>
    public int Count(string name, string of = "")
    {
        lock (_gate)
        {
            return _said.Count(entry => entry.Event == name && entry.Message.Contains(of, StringComparison.Ordinal));
        }
    }

    /// <summary>Waits until an event was said of something so often.</summary>
    /// <exception cref="TimeoutException">It was not within 30 seconds.</exception>
    public async Task UntilSaidAsync(string name, string of = "", int times = 1)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            while (!IsSaid(name, of, times, out var news))
            {
                await news.WaitAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{name}' was not said of '{of}', while {search.Stage}; but {Said()}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static TaskCompletionSource Later() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsSaid(string name, string of, int times, out Task news)
    {
        lock (_gate)
        {
            news = _news.Task;
            return Count(name, of) >= times;
        }
    }

    private string Said()
    {
        lock (_gate)
        {
            return string.Join('\n', _said.TakeLast(30).Select(entry => $"{entry.Event}: {entry.Message}"));
        }
    }

    private void Take<TState>(string category, EventId id, TState state, Exception? exception, string message)
    {
        search.Look(Name, "category", category);
        search.Look(Name, $"{category} {id.Id}: message", message);
        search.Look(Name, $"{category} {id.Id}: event", id.Name);
        search.LookInto(Name, $"{category} {id.Id}: state", state);
        search.LookInto(Name, $"{category} {id.Id}: exception", exception);
        _scopes.ForEachScope((scope, _) => search.LookInto(Name, $"{category} {id.Id}: scope", scope), 0);
        TaskCompletionSource news;
        lock (_gate)
        {
            _said.Add((id.Name, message));
            (news, _news) = (_news, Later());
        }

        news.SetResult();
    }

    private sealed class Logger(LogSink sink, string category) : TestLogger
    {
        public override IDisposable? BeginScope<TState>(TState state) => sink._scopes.Push(state);

        protected override void Take(
            LogLevel level, EventId id, object? state, Exception? exception, Func<string> message)
            => sink.Take(category, id, state, exception, message());
    }
}
