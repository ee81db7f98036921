using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>When alerts were there: when the answer arrived of the first message that shows them.</summary>
internal sealed class Appearances
{
    private readonly CourseOfEvents _course;
    private readonly Dictionary<string, DateTimeOffset> _byText;

    public Appearances(CourseOfEvents course)
    {
        _course = course;
        _byText = ChannelReader.ReadAlerts(course.Timeline)
            .Where(shown => shown.IsConfirmed)
            .GroupBy(shown => shown.Text)
            .ToDictionary(states => states.Key, states => states.Min(state => state.AnsweredAt!.Value));
    }

    /// <summary>How long each alert of a level took from its call, in the order of the calls.</summary>
    /// <remarks>One that never appears took longer than anything.</remarks>
    public IReadOnlyList<TimeSpan> Delays(LogLevel level)
        => [.. _course.Raised.Where(raised => raised.Level == level && raised.IsFollowed).Select(Delay)];

    private TimeSpan Delay(RaisedAlert raised)
        => _byText.TryGetValue(raised.Text, out var at) ? at - raised.At : TimeSpan.MaxValue;
}
