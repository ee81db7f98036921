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
    /// <summary>A dormant ring's size: the default of the option, which nobody has set yet.</summary>
    private const int DormantRingBytes = 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly AlertStates _states = new();
    private readonly WakeUp _wakeUp;
    private readonly DormantClock _dormant = new();
    private readonly OwedEnds _owed = new();
    private readonly PipelineRun _run = new();
    private readonly NeverStarted _neverStarted;
    private readonly DormantNotice? _notice;
    private AlertRingBuffer? _ring;
    private volatile CultureInfo? _culture;
    private bool _isDormant = true;
    private bool _isClosed;
    private volatile bool _isAboutToEnd;
    private Task _ending = Task.CompletedTask;

    /// <param name="dormantTime">The clock by which a pipeline that nobody starts says so.</param>
    /// <param name="standardError">Where it says so.</param>
    internal AlertPipeline(TimeProvider? dormantTime = null, TextWriter? standardError = null)
    {
        dormantTime ??= TimeProvider.System;
        _wakeUp = new WakeUp();
        _notice = new DormantNotice(dormantTime, standardError);
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
        _wakeUp = new WakeUp(() => drain.Drain(_ring!));
        _neverStarted = new NeverStarted(_states, _owed, TimeProvider.System);
    }

    /// <summary>What became of every alert until now.</summary>
    public AlertLedger Ledger => _run.Engine?.CreateLedger() ?? _neverStarted.CreateLedger(_ring);

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
        => Claim(alert, tracked: 0, size, out record) is not { } reason || Refuse(alert, reason);

    /// <summary>Claims room for the arguments of a call that somebody follows. Called by generated code.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="size">The bytes of its arguments.</param>
    /// <param name="tracker">Told what becomes of the call: at once, if it is refused.</param>
    /// <param name="record">Where they are copied to.</param>
    /// <returns>Whether there is room; otherwise the alert is refused and counted.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool TryClaim(AlertDescriptor alert, int size, AlertTracker tracker, out AlertWriter record)
    {
        if (Claim(alert, RecordHeader.Tracked, size, out record) is { } reason)
        {
            tracker.Settle(AlertOutcome.Refused(reason));
            return Refuse(alert, reason);
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
    /// Asks each route's webhook for its name and channel: by a request that posts nothing, within Discord's limits. That
    /// one is gone, forbids posting or does not answer is told in the result and has the consequences that it has when
    /// an alert meets it.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>An answer a route, those that are off among them; routes to one webhook share one question. A webhook
    /// that has not answered within <see cref="WebhookAlertOptions.RequestTimeout"/> and 5 seconds is told as such. Empty
    /// before the pipeline has started; after its disposal no route is reachable.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<IReadOnlyList<RouteCheck>> VerifyAsync(CancellationToken cancellationToken = default)
        => _run.Engine?.VerifyAsync(cancellationToken) ?? Task.FromResult<IReadOnlyList<RouteCheck>>([]);

    /// <summary>Ends when the log says where the routes lead, if it is to.</summary>
    internal Task RoutesAreLogged => _run.RoutesAreLogged;

    /// <summary>Says in the log where the routes lead, once their lanes' own first questions are answered. Nobody waits
    /// for that.</summary>
    internal void LogRoutes() => _run.LogRoutes();

    /// <summary>
    /// Refuses further alerts, flushes for at most 5 seconds, and writes what is left then into the fallback file; without
    /// one it is dropped. A fresh dormant pipeline takes its place as the ambient one.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _isClosed = true;

                // First, so that what others raise meanwhile is kept by its successor and not refused here.
                AmbientPipeline.Release(this);
                _notice?.Dispose();
                var companions = _run.EndCompanionsAsync();
                if (companions.IsCompleted)
                {
                    _ring?.Close();
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
            if (!_isDormant || _isClosed)
            {
                throw new InvalidOperationException("A pipeline can be started once.");
            }

            _culture = AlertCulture.Of(options);
            var former = _ring;
            var ring = former?.Capacity == options.RingBytes ? former : new AlertRingBuffer(options.RingBytes, _wakeUp);
            if (former is null)
            {
                // The engine calls a logger and a factory of the user's, which may raise alerts already.
                Volatile.Write(ref _ring, ring);
            }

            _run.Engine = new PipelineEngine(options, _states, former == ring ? null : former, ring, _owed, _dormant);
            Volatile.Write(ref _ring, ring);
            if (former != ring)
            {
                former?.Close();
            }

            _isDormant = false;
            _notice?.Dispose();
            _run.Start(AmbientPipeline.IsAmbient(this), owner);
        }

        _run.Configure(options);
    }

    /// <summary>Lets a companion live as long as the pipeline runs. It is configured at once, and at each
    /// reload.</summary>
    internal void Attach(IPipelineCompanion companion) => _run.Attach(companion);

    /// <summary>Gives it other options while it runs. The pump takes them between two alerts, and nobody waits for that; of
    /// several that come quickly the last are taken. Before the start and after the end nothing happens: a start brings
    /// options of its own.</summary>
    /// <param name="options">Checked options, which nobody changes any more. The clock, the handler, the log and the ring
    /// stay what they are.</param>
    internal void Reconfigure(WebhookAlertOptions options)
    {
        if (_run.Engine is { } engine)
        {
            _culture = AlertCulture.Of(options);
            engine.Reconfigure(options);
            _run.Configure(options);
        }
    }

    /// <summary>Writes what is pending into the fallback file and goes on; what is delivered later is marked there when the
    /// pipeline is disposed.</summary>
    /// <param name="reason">Why it is in the file.</param>
    internal void Keep(string reason) => _run.Engine?.Keep(reason);

    /// <summary>Tells more of an incident. Its end waits beside a ring that has no room.</summary>
    /// <param name="news">The alert that tells it.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="message">Whose they are.</param>
    internal void Tell(AlertDescriptor news, string? text, IncidentMessage message)
    {
        if (Claim(news, RecordHeader.Tracked, AlertWriter.SizeOf(text), out var record) is not { } reason)
        {
            record.Track(message);
            record.Write(text);
            record.Commit();
        }
        else if (!message.IsEnd || reason == RefusalReason.Closed)
        {
            Refuse(news, reason);
        }
        else if (_owed.TryAdd(Owe(news, text, message)))
        {
            _wakeUp.Signal();
        }
        else
        {
            Refuse(news, RefusalReason.Closed);
        }
    }

    /// <summary>Does what the end of the process does, for tests that live on.</summary>
    internal void EndWithProcess(string reason) => _run.Engine?.EndWithProcess(reason);

    /// <summary>Does what a crash of the process does, for tests that live on.</summary>
    internal void Crash() => _run.Engine?.Crash();

    private OwedEnd Owe(AlertDescriptor news, string? text, IncidentMessage message)
    {
        var ring = Volatile.Read(ref _ring)!;
        return new OwedEnd(message, news, text, _isDormant ? _dormant.Stamp() : 0, ring, ring.ClaimedUntil);
    }

    private bool Refuse(AlertDescriptor alert, RefusalReason reason)
    {
        _states.Get(alert).Refuse(reason);
        if (reason == RefusalReason.Closed)
        {
            ClosedCalls.Count(_states.Get(alert).Level);
        }

        return false;
    }

    private Task BeginEnd(Task companions)
    {
        var ending = End(companions);
        _isAboutToEnd = false;
        return ending;
    }

    private async Task End(Task companions)
    {
        await companions.ConfigureAwait(false);
        _ring?.Close();
        if (!await _run.TryEndAsync().ConfigureAwait(false) && _ring is { } ring)
        {
            _neverStarted.Drop(ring);
        }
    }

    private AlertRingBuffer CreateRing()
    {
        lock (_gate)
        {
            if (_ring is { } ring)
            {
                return ring;
            }

            ring = new AlertRingBuffer(DormantRingBytes, _wakeUp);
            if (_isClosed)
            {
                ring.Close();
            }
            else
            {
                _notice?.Begin(IsStillDormant);
            }

            Volatile.Write(ref _ring, ring);
            return ring;
        }
    }

    /// <summary>Claims room.</summary>
    /// <returns>Null if there was some, or why not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RefusalReason? Claim(AlertDescriptor alert, int tracked, int size, out AlertWriter record)
    {
        var state = _states.Get(alert);
        if (!state.TrySpend(out var minute))
        {
            record = default;
            return RefusalReason.RateLimited;
        }

        var ring = Volatile.Read(ref _ring) ?? CreateRing();
        var stamp = _isDormant ? _dormant.Stamp() : 0;
        var traceId = CurrentTrace.Id;
        var flags = (traceId is null ? tracked : tracked | RecordHeader.Traced) | LogEcho.Flag;
        var result = ring.TryClaim(alert.Id | flags, size, state.IsCritical, stamp, out record);
        if (result != ClaimResult.Claimed
            && ClaimAgain(ring, result, state, minute, flags, size, out record) is { } reason)
        {
            return reason;
        }

        if (traceId is not null)
        {
            record.Trace(traceId);
        }

        return null;
    }

    /// <summary>A ring that was replaced at the start is closed, and its successor has room; else it is a
    /// refusal.</summary>
    private RefusalReason? ClaimAgain(
        AlertRingBuffer ring,
        ClaimResult result,
        AlertState state,
        int minute,
        int flags,
        int size,
        out AlertWriter record)
    {
        record = default;
        if (result == ClaimResult.Closed && Volatile.Read(ref _ring) is { } current && current != ring)
        {
            result = current.TryClaim(state.Descriptor.Id | flags, size, state.IsCritical, stamp: 0, out record);
        }

        if (result == ClaimResult.Claimed)
        {
            return null;
        }

        var reason = result switch
        {
            ClaimResult.Full => RefusalReason.Full,
            ClaimResult.TooLarge => RefusalReason.TooLarge,
            _ => RefusalReason.Closed,
        };
        state.Unspend(minute);
        return reason;
    }

    private bool IsStillDormant()
    {
        lock (_gate)
        {
            return _isDormant && !_isClosed;
        }
    }
}
