namespace TypedWebhookAlerts.Dispatch;

/// <summary>A pipeline between its start and its end: the engine, the companions, and the watch over the process's
/// end. Companions may come before the start.</summary>
internal sealed class PipelineRun
{
    private readonly Companions _companions = new();
    private PipelineEngine? _engine;
    private ProcessEnd? _processEnd;

    /// <summary>Null before the start.</summary>
    public PipelineEngine? Engine
    {
        get => Volatile.Read(ref _engine);
        set => Volatile.Write(ref _engine, value);
    }

    /// <summary>The options that were given last; null before the start.</summary>
    public WebhookAlertOptions? Options => _companions.Options;

    public TimeProvider TimeProvider => Engine?.TimeProvider ?? TimeProvider.System;

    /// <summary>Ends when the log says where the routes lead, if it is to.</summary>
    public Task RoutesAreLogged { get; private set; } = Task.CompletedTask;

    /// <summary>Starts the engine that was set.</summary>
    /// <param name="isAmbient">Whether it is the process's own.</param>
    /// <param name="owner">Who started it.</param>
    public void Start(bool isAmbient, PipelineOwner owner)
    {
        var engine = Engine!;
        engine.Start(isAmbient);
        _processEnd = owner == PipelineOwner.Test
            ? null
            : new ProcessEnd(engine, _companions, handlesSignals: owner == PipelineOwner.Application);
    }

    /// <summary>Says in the log where the routes lead. Nobody waits for that.</summary>
    public void LogRoutes() => RoutesAreLogged = Engine?.LogRoutesAsync() ?? Task.CompletedTask;

    /// <summary>Adds a companion.</summary>
    public void Attach(IPipelineCompanion companion) => _companions.Add(companion);

    /// <summary>Gives the companions the options.</summary>
    public void Configure(WebhookAlertOptions options) => _companions.Configure(options);

    /// <summary>Ends the companions; a completed task if there are none.</summary>
    public Task EndCompanionsAsync() => _companions.EndAsync();

    /// <summary>Ends the engine, once nothing is raised any more.</summary>
    /// <returns>False where none was started.</returns>
    public async Task<bool> TryEndAsync()
    {
        if (Engine is not { } engine)
        {
            return false;
        }

        await engine.DisposeAsync().ConfigureAwait(false);
        _processEnd?.Dispose();
        return true;
    }
}
