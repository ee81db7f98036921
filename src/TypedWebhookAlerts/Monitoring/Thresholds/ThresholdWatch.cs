using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Watches what one threshold names: takes its measurements, and tells when they are beyond the
/// limit.</summary>
/// <remarks><see cref="Record"/> and <see cref="TryAttach"/> are called by any thread; all else by one at a
/// time.</remarks>
internal sealed class ThresholdWatch
{
    /// <summary>After so long without anything to remember a group is forgotten.</summary>
    private static readonly TimeSpan s_memory = TimeSpan.FromMinutes(5);

    /// <summary>But a slow look is no silence.</summary>
    private const int LeastLooks = 3;

    /// <summary>After so long a threshold whose instrument is not there is told of.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly AlertPipeline _pipeline;
    private readonly ILogger _log;
    private readonly MetricGroups _groups;
    private readonly Dictionary<MetricGroup, BreachIncident> _incidents = [];
    private readonly TimeSpan _since;
    private TimeSpan _lastLook;
    private Source? _source;
    private bool _wasMissed;
    private bool _toldOverflow;

    /// <param name="rule">What is watched.</param>
    /// <param name="pipeline">Takes its incidents.</param>
    /// <param name="log">The library's log.</param>
    /// <param name="now">When the watching begins.</param>
    public ThresholdWatch(ThresholdRule rule, AlertPipeline pipeline, ILogger log, TimeSpan now)
    {
        Rule = rule;
        _pipeline = pipeline;
        _log = log;
        _since = _lastLook = now;
        _groups = new MetricGroups(
            rule.GroupBy, () => (MetricSeries.Create(_source!.Kind, rule), new Breach(rule)));
    }

    public ThresholdRule Rule { get; }

    /// <summary>Takes an instrument if it is the one that is meant. Several of one name and kind are one.</summary>
    public bool TryAttach(Instrument instrument)
    {
        if (instrument.Name != Rule.Instrument
            || instrument.Meter.Name != Rule.Meter
            || InstrumentKinds.Of(instrument) is not { } kind)
        {
            return false;
        }

        Interlocked.CompareExchange(ref _source, new Source(kind, instrument.Unit, instrument.Description), null);
        if (_source.Kind != kind)
        {
            return false;
        }

        _groups.Expect();
        return true;
    }

    /// <summary>Takes a finite measurement of an instrument that was attached.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _groups.Record(value, tags);

    /// <summary>Looks at what has come in.</summary>
    /// <param name="now">By a clock that does not go back.</param>
    /// <param name="culture">How numbers are written.</param>
    public void Look(TimeSpan now, CultureInfo culture)
    {
        var elapsed = now - _lastLook;
        if (elapsed <= TimeSpan.Zero)
        {
            return;
        }

        _lastLook = now;
        if (Volatile.Read(ref _source) is not { } source)
        {
            TellIfMissing(now);
            return;
        }

        var forgotten = new HashSet<MetricGroup>();
        foreach (var group in _groups.All)
        {
            var reading = group.Series.Take(elapsed.TotalSeconds);
            if (reading.Value * Rule.Scale is { } value && double.IsFinite(value))
            {
                Judge(group, value, now, source, culture);
            }

            group.Note(reading.IsAlive, elapsed);
            if (IsForgotten(group, reading, source.Kind, elapsed))
            {
                End(group, $"Not reported for {MetricText.Of(group.Silence.TotalSeconds, "s", culture)}.");
                forgotten.Add(group);
            }
        }

        if (forgotten.Count > 0)
        {
            _groups.Remove(forgotten);
            _groups.Expect();
        }

        TellIfOverflowed();
    }

    /// <summary>Ends what is open.</summary>
    /// <param name="why">Why it is over.</param>
    public void End(string why)
    {
        foreach (var group in _incidents.Keys.ToList())
        {
            End(group, why);
        }
    }

    private void Judge(MetricGroup group, double value, TimeSpan now, Source source, CultureInfo culture)
    {
        var news = group.Breach.Judge(value, now);
        if (news == BreachNews.Over)
        {
            _incidents[group].End(value, group.Breach.Worst);
            _incidents.Remove(group);
        }
        else if (group.Breach.IsOpen && !(_incidents.TryGetValue(group, out var incident) && !incident.IsUnheardOf))
        {
            // Also if it has begun before: what nobody heard of is told as soon as somebody may hear.
            _incidents[group] = incident = Tell(group, source, culture);
            incident.Begin(value);
        }
        else if (news == BreachNews.Worse)
        {
            _incidents[group].Worsen(group.Breach.Worst);
        }
    }

    private BreachIncident Tell(MetricGroup group, Source source, CultureInfo culture)
    {
        var metric = Rule.GroupBy.Count == 0 ? Rule.Title : $"{Rule.Title} ({group.Describe(Rule.GroupBy)})";
        return new BreachIncident(
            _pipeline, Rule, metric, source.UnitFor(Rule), source.DetailsFor(Rule), culture);
    }

    /// <summary>What is known although nothing is reported, a breach that is silence among it, is not
    /// forgotten.</summary>
    private bool IsForgotten(MetricGroup group, MetricReading reading, InstrumentKind kind, TimeSpan elapsed)
        => group.Silence >= s_memory
            && group.Silence >= elapsed * LeastLooks
            && (reading.Value is null || !group.Breach.IsUnderWay || IsGone(group, kind));

    /// <summary>Whether a gauge's group has vanished in the middle of a breach. Its value holds until it is replaced,
    /// and some are recorded only when they change; but one that was recorded again and again while it was beyond the
    /// limit had something to be recorded of.</summary>
    private bool IsGone(MetricGroup group, InstrumentKind kind)
        => kind == InstrumentKind.Gauge && Rule.GroupBy.Count > 0 && group.ReportsUnderWay >= LeastLooks;

    private void End(MetricGroup group, string why)
    {
        if (_incidents.Remove(group, out var incident))
        {
            incident.End(why);
        }
    }

    private void TellIfMissing(TimeSpan now)
    {
        if (!_wasMissed && now - _since >= s_patience)
        {
            _wasMissed = true;
            var near = KnownInstruments.FindNearest(Rule.Meter, Rule.Instrument);
            var hint = near is null ? string.Empty : $"Is it '{near}'? ";
            var (name, meter, instrument) =
                (ShownName.Of(Rule.Name), ShownName.Of(Rule.Meter), ShownName.Of(Rule.Instrument));
            _log.InstrumentIsMissing(name, meter, instrument, hint);
        }
    }

    private void TellIfOverflowed()
    {
        if (!_toldOverflow && _groups.HasOverflowed)
        {
            _toldOverflow = true;
            var (name, tags) = (ShownName.Of(Rule.Name), string.Join(", ", Rule.GroupBy));
            _log.TooManyGroups(name, tags, MetricGroups.Capacity);
        }
    }

    /// <summary>What the first instrument says of itself.</summary>
    private sealed record Source(InstrumentKind Kind, string? Unit, string? Description)
    {
        public string? UnitFor(ThresholdRule rule)
            => rule.Unit is not null ? rule.Unit : IsRate(rule) ? MetricText.PerSecond(Unit) : Unit;

        public string DetailsFor(ThresholdRule rule)
        {
            var details = rule.Details ?? Description;
            details = string.IsNullOrWhiteSpace(details) ? $"{rule.Instrument} of {rule.Meter}" : details;
            return Kind == InstrumentKind.Histogram
                ? string.Create(CultureInfo.InvariantCulture, $"{details} (percentile {rule.Percentile})")
                : details;
        }

        private bool IsRate(ThresholdRule rule)
            => rule.PerSecond && Kind is InstrumentKind.Counter or InstrumentKind.ObservableCounter;
    }
}
