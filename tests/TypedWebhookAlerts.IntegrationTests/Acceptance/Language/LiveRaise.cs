using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>A call, or many equal ones, while its scenario runs.</summary>
internal sealed class LiveRaise
{
    public required string Text { get; init; }

    public required LogLevel Level { get; init; }

    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>Who is told what becomes of it; null if nobody is.</summary>
    public AlertTracker? Tracker { get; init; }

    public long Accepted { get; set; }

    public long Refused { get; set; }

    public long News { get; set; }

    private AlertOutcome? Outcome
        => Tracker?.Delivered is { IsCompletedSuccessfully: true } told ? told.Result : null;

    public RaisedAlert Freeze()
    {
        var isRefused = Outcome?.Kind == AlertOutcomeKind.Refused;
        var isIgnored = Outcome?.Kind == AlertOutcomeKind.Ignored;
        return new RaisedAlert
        {
            Text = Text,
            Level = Level,
            Sequence = Sequence,
            At = At,
            Routes = Routes,
            Accepted = Tracker is null ? Accepted : isRefused || isIgnored ? 0 : 1,
            Refused = Tracker is null ? Refused : isRefused ? 1 : 0,
            News = News,
            IsFollowed = Tracker is not null,
            Outcome = Outcome,
        };
    }
}
