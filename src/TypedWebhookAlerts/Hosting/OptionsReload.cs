using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts.Hosting;

/// <summary>
/// Gives a running pipeline the options that a changed configuration makes. What cannot be used changes nothing: the
/// last good options stay, and the log says why.
/// </summary>
internal sealed class OptionsReload(
    AlertPipeline pipeline,
    IOptionsFactory<WebhookAlertOptions> factory,
    WebhookAlertsSetup setup,
    ReloadSignal signal) : IDisposable
{
    /// <summary>An editor saves a file in several steps, and a change of several files comes as several.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(500);

    /// <summary>So long may changes that do not end put it off.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Lock _applying = new();
    private readonly List<IDisposable> _listeners = [];
    private TimeProvider _time = TimeProvider.System;
    private ITimer? _timer;
    private long? _firstChange;
    private WebhookAlertOptions _good = new();
    private string _goodText = string.Empty;
    private string _told = string.Empty;
    private ILogger _log = StandardErrorLogger.Instance;

    /// <summary>Begins to listen.</summary>
    /// <param name="options">The options that the pipeline was started with.</param>
    public void Begin(WebhookAlertOptions options)
    {
        _good = options;
        _goodText = OptionsText.Of(options);
        _time = options.TimeProvider;
        _log = GuardedLogger.Of(options.LoggerFactory);
        _timer = _time.CreateTimer(_ => Apply(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _listeners.AddRange(setup.Configurations.Select(
            configuration => ChangeToken.OnChange(configuration.GetReloadToken, Changed)));

        // They were read when somebody first asked for them, which may be long ago: a logger's filter, a service.
        if (options.Notes.AreOld)
        {
            Changed();
        }
    }

    /// <summary>Ends listening: what changes while the host stops is for its next start.</summary>
    public void Dispose()
    {
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }

        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Changed()
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            _firstChange ??= now;
            var left = s_longest - _time.GetElapsedTime(_firstChange.Value, now);
            _timer?.Change(left < s_quiet ? Max(left, TimeSpan.Zero) : s_quiet, Timeout.InfiniteTimeSpan);
        }
    }

    private void Apply()
    {
        lock (_gate)
        {
            _firstChange = null;
        }

        if (!_applying.TryEnter())
        {
            // Code of the user's takes its time, or hangs: then one thread is held by it, and no more.
            Changed();
            return;
        }

        try
        {
            Take(factory.Create(Options.DefaultName));
        }
        catch (OptionsValidationException mistakes)
        {
            Refuse(Describe([.. mistakes.Failures]));
        }
        catch (Exception failure)
        {
            // Code of the user's may throw anything, and here it would end the process.
            Refuse($"code that sets options threw {failure.GetType().Name}.");
        }
        finally
        {
            _applying.Exit();
        }
    }

    private void Take(WebhookAlertOptions options)
    {
        if (_good.Notes.HasSection && !options.Notes.HasSection)
        {
            RefuseEmpty(
                [.. options.Notes.Unknown.Where(unknown => unknown.IsKey).Select(unknown => unknown.ToString())]);
            return;
        }

        _told = string.Empty;
        var text = OptionsText.Of(options);
        var hasChanged = text != _goodText;
        if (hasChanged)
        {
            pipeline.Reconfigure(options);
        }

        if (hasChanged || !options.Notes.Unknown.SequenceEqual(_good.Notes.Unknown))
        {
            OptionsLog.TellDoubts(options, _log);
        }

        (_good, _goodText) = (options, text);
        if (hasChanged)
        {
            Tell();
        }
    }

    /// <summary>Tells those in the application who watch the options; what one of them throws is not ours to
    /// refuse.</summary>
    private void Tell()
    {
        try
        {
            signal.Raise();
        }
        catch (Exception failure)
        {
            _log.OptionsListenerFailed(failure.GetBaseException().GetType().Name);
        }
    }

    /// <summary>Refuses a section that says nothing.</summary>
    /// <param name="unknown">What it has all the same.</param>
    private void RefuseEmpty(IReadOnlyList<string> unknown)
        => Refuse(unknown.Count == 0
            ? "the section WebhookAlerts is empty, as when its file is being replaced or cannot be read."
            : $"the section WebhookAlerts has no key that is known. {Describe(unknown)}");

    private static string Describe(IReadOnlyList<string> mistakes)
    {
        var more = mistakes.Count - OptionNotes.MostTold;
        return string.Join(" ", mistakes.Take(OptionNotes.MostTold)) + (more > 0 ? $" And {more} more." : string.Empty);
    }

    /// <summary>Says why a reload is not used, once for the same reason.</summary>
    private void Refuse(string reason)
    {
        if (_told != reason)
        {
            _told = reason;
            _log.ReloadRefused(reason);
        }
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
