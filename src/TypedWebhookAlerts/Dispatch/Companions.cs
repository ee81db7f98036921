using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The companions of one pipeline: configured together, ended together.</summary>
internal sealed class Companions
{
    /// <summary>How long their end may take, in real time: they have next to nothing to do, but what they watch is the
    /// application's.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<IPipelineCompanion> _companions = [];
    private ILogger? _log;
    private bool _hasEnded;

    /// <summary>The options that were given last; null before the start.</summary>
    public WebhookAlertOptions? Options { get; private set; }

    /// <summary>Adds one, and gives it the options that are known. One that comes after the end is ended at
    /// once.</summary>
    /// <exception cref="Exception">What code of the application's throws meanwhile, such as its clock: it fails the
    /// start.</exception>
    public void Add(IPipelineCompanion companion)
    {
        lock (_gate)
        {
            if (!_hasEnded)
            {
                _companions.Add(companion);
                if (Options is { } options)
                {
                    companion.Configure(options);
                }

                return;
            }
        }

        _ = EndAsync([companion]);
    }

    /// <summary>Gives all of them the options, and keeps these for those that come later. One that fails of them does
    /// not keep them from others.</summary>
    public void Configure(WebhookAlertOptions options)
    {
        lock (_gate)
        {
            Options = options;
            _log ??= OptionsLog.Of(options);
            foreach (var companion in _hasEnded ? [] : _companions)
            {
                Configure(companion, options);
            }
        }
    }

    /// <summary>Has all of them say what the process dies of.</summary>
    public void Witness(object thrown)
    {
        lock (_gate)
        {
            foreach (var companion in _hasEnded ? [] : _companions)
            {
                try
                {
                    companion.Witness(thrown);
                }
                catch (Exception)
                {
                    // The process dies, and what waits is still to be sent.
                }
            }
        }
    }

    /// <summary>Ends all of them; a completed task if there are none.</summary>
    public Task EndAsync()
    {
        lock (_gate)
        {
            _hasEnded = true;
            return _companions.Count == 0 ? Task.CompletedTask : EndAsync([.. _companions]);
        }
    }

    private void Configure(IPipelineCompanion companion, WebhookAlertOptions options)
    {
        try
        {
            companion.Configure(options);
        }
        catch (Exception exception)
        {
            // Code of the user's may throw anything, and the pipeline goes by the options already.
            _log!.CompanionFailed(companion.GetType().Name, exception.GetType().Name);
        }
    }

    private static async Task EndAsync(IPipelineCompanion[] companions)
    {
        // Elsewhere, as whoever disposes a pipeline holds its lock.
        var endings = companions.Select(
            companion => Task.Run(async () => await companion.DisposeAsync().ConfigureAwait(false)));

        // Neither one that fails nor one that hangs keeps the pipeline from its end.
        await Task.WhenAll(endings)
            .WaitAsync(s_patience, TimeProvider.System)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
