using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>A host with alerts, from its start to its end, with everything real but Discord: the pipeline's own
/// handler,
/// sockets, files. Only its clock goes faster.</summary>
internal sealed class Life : IAsyncDisposable
{
    private readonly Watch _watch;
    private readonly Places _places;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("life");
    private readonly Dictionary<string, ulong> _ids = new(StringComparer.Ordinal);
    private readonly Settings _settings = new();
    private readonly IHost _host;
    private bool _isStopped;

    public Life(Watch watch, Places places)
    {
        (_watch, _places) = (watch, places);
        Configure();
        _host = Build();
        Pipeline = _host.Services.GetRequiredService<AlertPipeline>();
    }

    public AlertPipeline Pipeline { get; }

    public Sentinel Sentinel => _watch.Sentinel;

    /// <summary>Where the server that answers lies.</summary>
    public string Origin => _places.Answering;

    public ILogger Log => _host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Orders");

    /// <summary>Starts, and waits until every webhook has been asked where it leads.</summary>
    public async Task StartAsync()
    {
        await _host.StartAsync();
        await Pipeline.RoutesAreLogged;
    }

    /// <summary>Raises an alert of a trouble, and waits until the log tells it.</summary>
    public async Task MeetAsync(Trouble trouble)
    {
        if (!trouble.Raise(Pipeline, $"{trouble.Route} 1") || !trouble.Raise(Pipeline, $"{trouble.Route} 2"))
        {
            throw new InvalidOperationException($"The alert of {trouble.Route} was refused.");
        }

        await _watch.Log.UntilSaidAsync(
            trouble.Said, trouble.Said == "Banned" ? "" : $"discord:{_ids[trouble.Route]}/");
    }

    /// <summary>Changes the configuration, and waits until the log says what becomes of it.</summary>
    /// <param name="said">The event that says it.</param>
    /// <param name="settings">The keys that change; null takes one away.</param>
    public async Task ReloadAsync(string said, params (string Key, string? Value)[] settings)
    {
        var times = _watch.Log.Count(said);
        foreach (var (key, value) in settings)
        {
            _settings.Set(key, value);
        }

        _settings.Tell();
        await _watch.Log.UntilSaidAsync(said, times: times + 1);
    }

    /// <summary>What a key of the configuration says.</summary>
    public string? Setting(string key) => _settings[key];

    /// <summary>Looks at an object that the application holds.</summary>
    public void Look(string name, object thing) => _watch.Look(name, thing);

    /// <summary>Looks at all that the application can ask the library for, and at what its objects print.</summary>
    public async Task LookAsync()
    {
        _watch.Look("ledger", Pipeline.Ledger);
        _watch.Look("health", Pipeline.Health);
        _watch.Look("pipeline", Pipeline);
        _watch.Look("report", await _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync());
        _watch.Metrics.Collect();
        foreach (var (type, text) in ReachableObjects.Printed(Pipeline))
        {
            _watch.Search.Look(Watch.Objects, type, text);
        }
    }

    /// <summary>Asks the webhooks, and looks at what the application is told.</summary>
    public async Task VerifyAsync() => _watch.Look("checks", await Pipeline.VerifyAsync());

    /// <summary>Follows an alert, and looks at what its caller is told.</summary>
    public async Task DeliverAsync(string text)
    {
        var receipt = Pipeline.Steady(text);
        _watch.Look("outcome", await receipt.Delivered.WaitAsync(LogSink.Patience));
        _watch.Look("receipt", receipt);
    }

    /// <summary>Does what a crash of the process does, while alerts wait for a webhook that answers and for one that
    /// does
    /// not.</summary>
    public void Crash()
    {
        Pipeline.Steady("The last words");
        Pipeline.Hanging("Nobody hears this");
        Pipeline.Crash();
    }

    public async Task StopAsync()
    {
        _isStopped = true;
        await _host.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await StopAsync();
        }

        await ((IAsyncDisposable)_host).DisposeAsync();
        await LookAtTheEndAsync();
        _folder.Delete(recursive: true);
    }

    private async Task LookAtTheEndAsync()
    {
        _watch.LookAtFiles(_folder.FullName);
        _watch.Look("ledger", Pipeline.Ledger);
        _watch.Look("health", Pipeline.Health);
        await VerifyAsync();
    }

    private IHost Build()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ApplicationName = "Life", ContentRootPath = _folder.FullName });
        builder.Configuration.Sources.Add(_settings);
        builder.Logging.AddProvider(_watch.Log).SetMinimumLevel(LogLevel.Trace).AddWebhookAlerts();
        builder.Services.AddHealthChecks().AddWebhookAlerts();
        var time = new QuickTime();
        builder.AddWebhookAlerts(options => options.TimeProvider = time);
        return builder.Build();
    }

    private void Configure()
    {
        _settings.Set("WebhookAlerts:TrustedHosts", _places.Hosts);
        _settings.Set("WebhookAlerts:RequestTimeout", "60");
        _settings.Set("WebhookAlerts:CrashFlushTimeout", "1");
        _settings.Set("WebhookAlerts:Retry:GiveUpAfter", "40");
        _settings.Set("WebhookAlerts:DataFolder", _folder.FullName);
        AddRoute("error", static answers => answers.Message());
        AddRoute("info", static answers => answers.Message());
        foreach (var trouble in Trouble.All)
        {
            AddRoute(trouble.Route, trouble.Answer, trouble.Origin?.Invoke(_places));
        }
    }

    private void AddRoute(string route, Func<HostileAnswers, Reply> answer, string? origin = null)
    {
        var id = _watch.Sentinel.Id + (ulong)_ids.Count;
        var url = _watch.Sentinel.Url(origin ?? _places.Answering, id);
        var answers = new HostileAnswers(url, _watch.Sentinel.Token);
        _ids[route] = id;
        _settings.Set($"WebhookAlerts:Routes:{route}:Url", url);

        // What the library has to say of another's trouble is taken.
        _places.Server.Answer(id, request => request.Method == "GET" ? answers.Information(request)
            : request.Body.Contains($"{route} ", StringComparison.Ordinal) ? answer(answers)
            : answers.Message());
    }
}
