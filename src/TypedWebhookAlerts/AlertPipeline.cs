using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts;

/// <summary>
/// Takes alerts from any thread and delivers them. It is used once: dormant, it keeps what is raised; started, it
/// delivers; disposed, it refuses.
/// </summary>
/// <remarks>All members may be called from any thread.</remarks>
public sealed class AlertPipeline : IAsyncDisposable, IDisposable
{
    private readonly Lock _gate = new();
    private readonly AlertStates _states = new();
    private readonly DormantClock _dormant = new();
    private readonly OwedEnds _owed = new();
    private readonly PipelineRun _run = new();
    private readonly AlertAdmission _admission;
    private readonly IncidentTelling _incidents;
    private readonly NeverStarted _neverStarted;
    private readonly DormantNotice? _notice;
    private volatile CultureInfo? _culture;
    private bool _isClosed;
    private volatile bool _isAboutToEnd;
    private Task _ending = Task.CompletedTask;

    /// <param name="dormantTime">The clock by which a pipeline that nobody starts says so.</param>
    /// <param name="standardError">Where it says so.</param>
    internal AlertPipeline(TimeProvider? dormantTime = null, TextWriter? standardError = null)
    {
        dormantTime ??= TimeProvider.System;
        var wakeUp = new WakeUp();
        var notice = new DormantNotice(dormantTime, standardError);
        _notice = notice;
        _admission = new AlertAdmission(_states, _dormant, wakeUp, () => notice.Begin(IsStillDormant));
        _incidents = new IncidentTelling(_admission, _owed, wakeUp);
        _neverStarted = new NeverStarted(_states, _owed, dormantTime);
    }

    /// <summary>A pipeline that is never started: it gives each alert away in the call that raises it.</summary>
    /// <param name="recorder">Takes the alerts, one at a time.</param>
    internal AlertPipeline(RecordTaker recorder)
    {
        var drain = new RecordDrain((in record) =>
        {
            recorder(record);

            // No pump starts a new minute here.
            _states.Get(record.Descriptor).RefillBudget();
        });
        var wakeUp = new WakeUp(() => drain.Drain(_admission!.Ring!));
        _admission = new AlertAdmission(_states, _dormant, wakeUp);
        _incidents = new IncidentTelling(_admission, _owed, wakeUp);
        _neverStarted = new NeverStarted(_states, _owed, TimeProvider.System);
    }

    /// <summary>What became of every alert until now.</summary>
    public AlertLedger Ledger => _run.Engine?.CreateLedger() ?? _neverStarted.CreateLedger(_admission.Ring);

    /// <summary>Whether alerts are delivered at this moment, and if not, why.</summary>
    public PipelineHealth Health
        => Volatile.Read(ref _isClosed) ? HealthReport.Of(PipelineStatus.Unhealthy, "The pipeline was disposed.")
            : _run.Engine?.DescribeHealth()
            ?? HealthReport.Of(PipelineStatus.Degraded, "The pipeline has not been started: alerts are kept.");

    /// <summary>The application's name in alerts of the library's own.</summary>
    internal string ApplicationName => EntryAssembly.NameOr(_run.Options?.ApplicationName);

    internal DateTimeOffset Now => _run.TimeProvider.GetUtcNow();

    /// <summary>How many webhooks it sends to by now, or has not done with.</summary>
    internal int Lanes => _run.Engine?.Lanes ?? 0;

    /// <summary>Whether nothing moves until the clock does, when so many requests wait for it: what a driver of virtual
    /// time asks.</summary>
    internal bool IsRestingBut(int requests)
        => !_isAboutToEnd && (_run.Engine?.IsRestingBut(requests) ?? true);

    /// <summary>The culture in which a call renders arguments of the caller's own types; null for the invariant one, as
    /// before the start. Called by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CultureInfo? Culture => _culture;

    /// <summary>Whether an alert would be sent now. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEnabled(AlertDescriptor alert) => _states.Get(alert).IsEnabled;

    /// <summary>Claims room for an alert's arguments. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="size">The bytes of its arguments.</param>
    /// <param name="record">Where they are copied to.</param>
    /// <returns>Whether there is room; otherwise the alert is refused and counted.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool TryClaim(AlertDescriptor alert, int size, out AlertWriter record)
        => _admission.Claim(alert, tracked: 0, size, out record) is not { } reason || _admission.Refuse(alert, reason);

    /// <summary>Claims room for the arguments of a call that somebody follows. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="size">The bytes of its arguments.</param>
    /// <param name="tracker">Told what becomes of the call: at once, if it is refused.</param>
    /// <param name="record">Where they are copied to.</param>
    /// <returns>Whether there is room; otherwise the alert is refused and counted.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool TryClaim(AlertDescriptor alert, int size, AlertTracker tracker, out AlertWriter record)
    {
        if (_admission.Claim(alert, RecordHeader.Tracked, size, out record) is { } reason)
        {
            tracker.Settle(AlertOutcome.Refused(reason));
            return _admission.Refuse(alert, reason);
        }

        record.Track(tracker);
        return true;
    }

    /// <summary>Raises an alert whose arguments could not be read. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="exception">What was thrown while reading them.</param>
    /// <returns>Whether it was accepted.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool RaiseUnreadable(AlertDescriptor alert, Exception exception)
        => HandwrittenCalls.RaiseUnreadable(this, alert, exception, tracker: null);

    /// <summary>As the other, of a call that somebody follows. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="exception">What was thrown while reading them.</param>
    /// <param name="tracker">Told what becomes of the call.</param>
    /// <returns>Whether it was accepted.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool RaiseUnreadable(AlertDescriptor alert, Exception exception, AlertTracker tracker)
        => HandwrittenCalls.RaiseUnreadable(this, alert, exception, tracker);

    /// <summary>Raises an alert that is not declared: a text, and named values as fields. It goes the way of any other.
    /// </summary>
    /// <remarks>Equal are two of the same level, text and values, times and fractions apart, and of the same kind of
    /// exception. It costs more than a declared alert: its values are boxed, and rendered in the call. What one of them
    /// throws meanwhile is shown in its place.</remarks>
    /// <param name="level">Its level, which decides the route. <see cref="LogLevel.None"/> raises nothing.</param>
    /// <param name="message">What it says, shown as it is: nothing in it formats, links or pings.</param>
    /// <param name="exception">What was caught, if anything was.</param>
    /// <param name="fields">Up to 25 values by name; of a value up to 1,024 UTF-16 units are shown.</param>
    /// <returns>Whether it was accepted: false when it is ignored, for its level or for want of a route, and when it is
    /// refused, which is counted.</returns>
    public bool Send(
        LogLevel level,
        string message,
        Exception? exception = null,
        params ReadOnlySpan<(string Name, object? Value)> fields)
        => HandwrittenCalls.Send(this, level, message, exception, fields);

    /// <summary>
    /// Sends what has been accepted until now without waiting for more, within Discord's limits.
    /// </summary>
    /// <param name="timeout">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait; delivery goes on.</param>
    /// <returns>True when all of it is settled: delivered, counted in a message, or dropped.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<bool> FlushAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
        => _run.Engine?.FlushAsync(timeout, cancellationToken) ?? Task.FromResult(Ledger.Pending == 0);

    /// <summary>
    /// Asks each route's webhook for its name and channel: by a request that posts nothing, within Discord's limits.
    /// That one is gone, forbids posting or does not answer is told in the result and has the consequences that it has
    /// when an alert meets it.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>An answer a route, those that are off among them; routes to one webhook share one question. A webhook
    /// that has not answered within <see cref="WebhookAlertOptions.RequestTimeout"/> and 5 seconds is told as such.
    /// Empty before the pipeline has started; after its disposal no route is reachable.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<IReadOnlyList<RouteCheck>> VerifyAsync(CancellationToken cancellationToken = default)
        => _run.Engine?.VerifyAsync(cancellationToken) ?? Task.FromResult<IReadOnlyList<RouteCheck>>([]);

    /// <summary>Ends when the log says where the routes lead, if it is to.</summary>
    internal Task RoutesAreLogged => _run.RoutesAreLogged;

    /// <summary>Says in the log where the routes lead, once their lanes' own first questions are answered. Nobody waits
    /// for that.</summary>
    internal void LogRoutes() => _run.LogRoutes();

    /// <summary>
    /// Refuses further alerts, flushes for at most 5 seconds, and writes what is left then into the fallback file;
    /// without one it is dropped. A fresh dormant pipeline takes its place as the ambient one.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                _admission.Seal();

                // First, so that what others raise meanwhile is kept by its successor and not refused here.
                AmbientPipeline.Release(this);
                _notice?.Dispose();
                var companions = _run.EndCompanionsAsync();
                if (companions.IsCompleted)
                {
                    _admission.Close();
                }

                _isAboutToEnd = true;
                _ending = Task.Run(() => BeginEnd(companions));
            }

            // Whoever disposes it again waits for the same end.
            return new ValueTask(_ending);
        }
    }

    /// <summary>As <see cref="DisposeAsync"/>, for containers that are disposed synchronously.</summary>
    void IDisposable.Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Ends the dormancy: what was raised until now is sent.</summary>
    /// <param name="options">Checked options.</param>
    /// <param name="owner">Who started it.</param>
    internal void Start(WebhookAlertOptions options, PipelineOwner owner = PipelineOwner.Test)
    {
        lock (_gate)
        {
            if (!_admission.IsDormant || _isClosed)
            {
                throw new InvalidOperationException("A pipeline can be started once.");
            }

            _culture = AlertCulture.Of(options);
            var ring = _admission.Prepare(options.RingBytes, out var former);
            _run.Engine = new PipelineEngine(options, _states, former, ring, _owed, _dormant);
            _admission.Open(ring);
            _notice?.Dispose();
            _run.Start(AmbientPipeline.IsAmbient(this), owner);
        }

        _run.Configure(options);
    }

    /// <summary>Lets a companion live as long as the pipeline runs. It is configured at once, and at each
    /// reload.</summary>
    internal void Attach(IPipelineCompanion companion) => _run.Attach(companion);

    /// <summary>Gives it other options while it runs. The pump takes them between two alerts, and nobody waits for
    /// that; of several that come quickly the last are taken. Before the start and after the end nothing happens: a
    /// start brings options of its own.</summary>
    /// <param name="options">Checked options, which nobody changes any more. The clock, the handler, the log and the
    /// ring stay what they are.</param>
    internal void Reconfigure(WebhookAlertOptions options)
    {
        if (_run.Engine is { } engine)
        {
            _culture = AlertCulture.Of(options);
            engine.Reconfigure(options);
            _run.Configure(options);
        }
    }

    /// <summary>Writes what is pending into the fallback file and goes on; what is delivered later is marked there when
    /// the pipeline is disposed.</summary>
    /// <param name="reason">Why it is in the file.</param>
    internal void Keep(string reason) => _run.Engine?.Keep(reason);

    /// <summary>Tells more of an incident.</summary>
    /// <param name="news">The alert that tells it.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="message">Whose they are.</param>
    internal void Tell(AlertDescriptor news, string? text, IncidentMessage message)
        => _incidents.Tell(news, text, message);

    /// <summary>Does what the end of the process does, for tests that live on.</summary>
    internal void EndWithProcess(string reason) => _run.Engine?.EndWithProcess(reason);

    /// <summary>Does what a crash of the process does, for tests that live on.</summary>
    internal void Crash() => _run.Engine?.Crash();

    private Task BeginEnd(Task companions)
    {
        var ending = End(companions);
        _isAboutToEnd = false;
        return ending;
    }

    private async Task End(Task companions)
    {
        await companions.ConfigureAwait(false);
        _admission.Close();
        if (!await _run.TryEndAsync().ConfigureAwait(false) && _admission.Ring is { } ring)
        {
            _neverStarted.Drop(ring);
        }
    }

    private bool IsStillDormant()
    {
        lock (_gate)
        {
            return _admission.IsDormant && !_isClosed;
        }
    }
}
