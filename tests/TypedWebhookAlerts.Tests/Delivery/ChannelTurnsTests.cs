using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>Lanes of one channel send in turn, so that they overrun its window once and not each of them.</summary>
public sealed class ChannelTurnsTests
{
    private readonly ChannelWindow _window = new(limit: 30);
    private readonly List<string> _woken = [];

    [Fact]
    public void ALaneWaitsForAnothersAnswerAndThenHasItsTurn()
    {
        var (a, b) = (Lane("a"), Lane("b"));
        Assert.True(TryTake(a, at: 0));
        Assert.False(TryTake(b, at: 0));

        _window.Answer(Seconds(0.3), hasCounted: true);

        Assert.Equal(["b"], _woken);
        Assert.False(TryTake(a, at: 0.3));
        Assert.True(TryTake(b, at: 0.3));
        Assert.False(TryTake(a, at: 0.3));
        _window.Answer(Seconds(0.6), hasCounted: true);
        Assert.True(TryTake(a, at: 0.6));
    }

    [Fact]
    public void ALaneThatLetsItsTurnPassHoldsNobodyUpForLong()
    {
        var (a, b) = (Lane("a"), Lane("b"));
        TryTake(a, at: 0);
        TryTake(b, at: 0);
        _window.Answer(Seconds(1), hasCounted: true);

        Assert.False(_window.TryTake(Seconds(1), slots: 28, out var wait, a));
        Assert.True(TryTake(a, at: 1 + wait.TotalSeconds));
        Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
        _window.Answer(Seconds(2), hasCounted: true);
        Assert.True(TryTake(a, at: 2));
    }

    [Fact]
    public void AnAnswerThatDoesNotComeHoldsOthersUpForTwoSecondsOnly()
    {
        TryTake(Lane("a"), at: 0);

        Assert.False(_window.TryTake(Seconds(0.5), slots: 28, out var wait, Lane("b")));
        Assert.Equal(Seconds(1.5), wait);
        Assert.True(TryTake(Lane("b"), at: 2));
    }

    [Fact]
    public void ALaneThatFindsNoRoomHasNoTurn()
    {
        var window = new ChannelWindow(limit: 4);
        var (a, b) = (Lane("a"), Lane("b"));
        Assert.True(window.TryTake(Seconds(0), slots: 2, out _, a));
        Assert.False(window.TryTake(Seconds(0), slots: 2, out _, b));
        Assert.True(window.TryTake(Seconds(0), slots: 4, out _, Lane("critical")));
        Assert.False(window.TryTake(Seconds(0), slots: 2, out _, b));

        window.Answer(Seconds(1), hasCounted: true);

        Assert.Empty(_woken);
    }

    [Fact]
    public void ACriticalWaitsForNobody()
    {
        TryTake(Lane("a"), at: 0);

        Assert.True(_window.TryTake(Seconds(0), _window.SlotsFor(isCritical: true), out _, Lane("b")));
    }

    private Action Lane(string name) => () => _woken.Add(name);

    private bool TryTake(Action lane, double at)
        => _window.TryTake(Seconds(at), _window.SlotsFor(isCritical: false), out _, lane);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
