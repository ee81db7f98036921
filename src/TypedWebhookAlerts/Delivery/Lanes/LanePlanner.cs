using System.Diagnostics.CodeAnalysis;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Decides what a lane does next.</summary>
internal sealed class LanePlanner
{
    /// <summary>Losses come in numbers: so long is gathered before they are told.</summary>
    private static readonly TimeSpan s_gatherLosses = TimeSpan.FromSeconds(5);

    /// <summary>So long alerts go before what is told of others.</summary>
    private static readonly TimeSpan s_giveWay = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_tellAgain = TimeSpan.FromMinutes(1);

    private readonly LaneClock _clock;
    private readonly LaneBacklog _backlog;
    private readonly RateWindows _windows;
    private readonly LaneHealth _health;
    private readonly FallbackChain _chain;
    private readonly LaneChecks _checks;
    private readonly WindowWaits _waits = new();
    private readonly Func<AlertCopy, bool> _hasLeft;
    private SendingRhythm _rhythm;
    private TimeSpan _giveUpAfter;
    private bool _hasEdited;

    public LanePlanner(
        WebhookAlertOptions options,
        LaneClock clock,
        LaneBacklog backlog,
        RateWindows windows,
        LaneHealth health,
        FallbackChain chain,
        LaneChecks checks,
        Func<AlertCopy, bool> hasLeft)
    {
        _clock = clock;
        _backlog = backlog;
        _windows = windows;
        _health = health;
        _chain = chain;
        _checks = checks;
        _hasLeft = hasLeft;
        Configure(options);
    }

    public MessagePacker Packer { get; private set; }

    /// <summary>When the webhook is asked for its channel; null once that is known.</summary>
    public TimeSpan? IdentifyAt { get; set; } = TimeSpan.Zero;

    /// <summary>When losses were told, or tried to be; null if they never were.</summary>
    public TimeSpan? ToldAt { get; set; }

    /// <summary>Takes the options; between two steps.</summary>
    [MemberNotNull(nameof(_rhythm), nameof(Packer))]
    public void Configure(WebhookAlertOptions options)
    {
        _rhythm = new SendingRhythm(options.BatchSize, options.BatchTimeout);
        _giveUpAfter = options.Retry.GiveUpAfter;
        Packer = new MessagePacker(Math.Min(options.MaxMessageLength, DiscordLimits.Content));
    }

    public LaneStep Next()
    {
        lock (_backlog.Gate)
        {
            if (_backlog.IsSeized)
            {
                return new LaneStep.Wait(null);
            }

            var now = _clock.Now;
            var isOpen = !_health.IsDead && _health.ShutUntil <= now;
            _backlog.Tidy(now, owesWords: isOpen && TellAt() <= now);
            var step = NextDeparture(now) ?? NextEnd() ?? (isOpen ? NextRequest(now) : WaitForBetterTimes(now));
            _hasEdited = step is LaneStep.Edit || (_hasEdited && step is not LaneStep.Post);
            return step;
        }
    }

    /// <summary>What need not wait for a webhook that is gone or left alone.</summary>
    private LaneStep? NextDeparture(TimeSpan now)
    {
        if (_backlog.HasLeavers && NextHandOver() is { } handOver)
        {
            return handOver;
        }

        if (_health.IsDead)
        {
            return _backlog.TakeAll() is { Count: > 0 } all ? new LaneStep.GiveUp(all, DropReason.NoRoute) : null;
        }

        if (_health.ShutUntil > now
            && _backlog.Queue.MayHaveQueuedBy(now - _giveUpAfter)
            && _backlog.TakeLeaving(copy => copy.QueuedAt + _giveUpAfter <= now) is { Count: > 0 } old)
        {
            return new LaneStep.GiveUp(old, DropReason.Undeliverable);
        }

        return _health.Breaker.OpenUntil > now
            && _chain.IsOpen
            && _backlog.TakeLeaving(_chain.CanMove) is { Count: > 0 } movable
            ? new LaneStep.Move(movable)
            : null;
    }

    /// <summary>What has another way now, also from messages that a webhook shows which is gone.</summary>
    private LaneStep.HandOver? NextHandOver()
    {
        if (_health.IsDead)
        {
            _backlog.Display.QueueAll();
        }

        return _backlog.TakeLeaving(_hasLeft) is { Count: > 0 } leavers ? new LaneStep.HandOver(leavers) : null;
    }

    /// <summary>The end of a lane that was left. Of losses it tells before, unless another lane does, or the webhook
    /// takes nothing.</summary>
    private LaneStep.Retire? NextEnd()
    {
        var isSilent = _backlog.Words.IsEmpty
            || _backlog.Retirement.Heir is not null
            || _health.IsDead
            || _health.FailedAt is not null;
        if (!_backlog.HasNothingLeft || !isSilent)
        {
            return null;
        }

        _backlog.EndRetirement();
        return new LaneStep.Retire();
    }

    private LaneStep WaitForBetterTimes(TimeSpan now)
    {
        if (_checks.IsAsked && !_backlog.Queue.HasCritical)
        {
            return new LaneStep.Identify();
        }

        if (_health.ProbeAt is { } probe)
        {
            return probe <= now ? new LaneStep.Identify() : new LaneStep.Wait(probe - now);
        }

        var until = _health.ShutUntil;
        var patience = _backlog.Queue.Count > 0 ? _backlog.Queue.OldestQueuedAt + _giveUpAfter : until;
        return new LaneStep.Wait((patience < until ? patience : until) - now);
    }

    private LaneStep NextRequest(TimeSpan now)
    {
        // A Critical does not wait for an answer that only helps to share a window, nor for what is told of others.
        var hasCritical = _backlog.Queue.HasCritical;
        if ((IdentifyAt <= now || _checks.IsAsked) && !_backlog.IsClosed && !hasCritical)
        {
            return new LaneStep.Identify();
        }

        var tellAt = hasCritical ? TimeSpan.MaxValue : TellAt();
        if (tellAt <= now)
        {
            return _windows.TryTake(RequestKind.Post, _windows.Channel.SlotsFor(isCritical: false), now, out var wait)
                ? new LaneStep.Tell()
                : new LaneStep.Wait(wait);
        }

        return NextOfAlerts(now) is var step && step is LaneStep.Wait && tellAt < TimeSpan.MaxValue
            ? Sooner(new LaneStep.Wait(tellAt - now), step)
            : step;
    }

    /// <summary>Urgent edits and posts take turns where both are due; a Critical goes before any edit.</summary>
    private LaneStep NextOfAlerts(TimeSpan now)
    {
        var isPostsTurn = _backlog.Queue.HasCritical || (_hasEdited && _backlog.Queue.Count > 0);
        var step = isPostsTurn ? NextUsual(now) : NextUrgentEdit(now);
        return step is LaneStep.Wait wait ? Sooner(wait, isPostsTurn ? NextUrgentEdit(now) : NextUsual(now)) : step;
    }

    private static LaneStep Sooner(LaneStep.Wait wait, LaneStep other)
        => other is LaneStep.Wait { For: var longer } && wait.For is { } some && (longer is null || some < longer)
            ? wait
            : other;

    private LaneStep NextUsual(TimeSpan now)
        => _backlog.Queue.Count > 0 && !MustEditFirst(now) ? NextPost(now) : NextEdit(now);

    /// <summary>An edit that does not wait until nothing is to be posted.</summary>
    private LaneStep NextUrgentEdit(TimeSpan now)
    {
        var channel = _windows.Channel;
        if (_backlog.Live.NextUrgent(_rhythm.GatherNews(channel.Fill(now)), now, out var at) is not { } message)
        {
            return new LaneStep.Wait(null);
        }

        if (at > now)
        {
            return new LaneStep.Wait(at - now);
        }

        return _windows.TryTake(RequestKind.Patch, channel.SlotsFor(message.IsCritical), now, out var wait)
            ? new LaneStep.Edit(message)
            : new LaneStep.Wait(wait);
    }

    /// <summary>When something is to be told: after the alerts that wait, unless they do not end. A webhook that fails
    /// is not tried for that alone at once.</summary>
    private TimeSpan TellAt()
    {
        if (_backlog.IsClosed || _backlog.Words.IsEmpty)
        {
            return TimeSpan.MaxValue;
        }

        var at = _health.FailedAt + s_tellAgain ?? TimeSpan.Zero;
        if (_backlog.Words.LossesSince is { } since)
        {
            var gathered = since + (_backlog.IsFlushing ? TimeSpan.Zero : s_gatherLosses);
            at = Later(at, Later(gathered, ToldAt + s_tellAgain ?? TimeSpan.Zero));
        }

        return _backlog.Queue.Count == 0 ? at : Later(at, _backlog.Queue.OldestQueuedAt + s_giveWay);
    }

    /// <summary>Whether a flush waits for edits only: alerts raised after it do not go first, else it would not end
    /// while alerts keep coming.</summary>
    private bool MustEditFirst(TimeSpan now)
        => _backlog.OwesOnlyEdits
            && !_backlog.Queue.HasCritical
            && _backlog.Live.Next(isFlush: true, out var at) is not null
            && at <= now;

    private LaneStep NextPost(TimeSpan now)
    {
        var queue = _backlog.Queue;
        var channel = _windows.Channel;
        var isUrgent = queue.HasCritical || _backlog.IsFlushing;
        var due = queue.OldestQueuedAt + (isUrgent ? TimeSpan.Zero : _rhythm.Wait(channel.Fill(now), queue.Count));
        if (due > now)
        {
            return new LaneStep.Wait(due - now);
        }

        if (!_windows.TryTake(RequestKind.Post, channel.SlotsFor(queue.HasCritical), now, out var wait))
        {
            _waits.Begin(now);
            return new LaneStep.Wait(wait);
        }

        return new LaneStep.Post(_backlog.TakeMessage(Packer), _backlog.Criticals, _waits.End(due, now));
    }

    private LaneStep NextEdit(TimeSpan now)
    {
        var isFlush = _backlog.IsFlushing;
        if (_backlog.Live.Next(isFlush, out var at) is not { } message)
        {
            return new LaneStep.Wait(null);
        }

        if (at > now)
        {
            return new LaneStep.Wait(at - now);
        }

        // Edits are the least of a lane's work: they leave half of the window to alerts.
        var channel = _windows.Channel;
        var slots = isFlush ? channel.SlotsFor(isCritical: false) : Math.Max(1, channel.Limit / 2);
        return _windows.TryTake(RequestKind.Patch, slots, now, out var wait)
            ? new LaneStep.Edit(message)
            : new LaneStep.Wait(wait);
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
