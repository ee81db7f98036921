using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class VirtualTimeTests
{
    private static readonly TimeSpan s_once = Timeout.InfiniteTimeSpan;

    private readonly VirtualTime _time = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void ItStandsStillUntilItIsAdvanced()
    {
        var start = _time.GetUtcNow();
        var stamp = _time.GetTimestamp();

        Assert.Equal(start, _time.GetUtcNow());
        _time.Advance(TimeSpan.FromMilliseconds(1500));

        Assert.Equal(start.AddMilliseconds(1500), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMilliseconds(1500), _time.GetElapsedTime(stamp));
    }

    [Fact]
    public void TimersFireInTheOrderOfTheirDueTimesAndOfTheirSetting()
    {
        Set("b", 2);
        Set("a", 1);
        Set("c", 2);
        Set("too late", 4);

        _time.Advance(Seconds(3));

        Assert.Equal(["a at 1", "b at 2", "c at 2"], _fired);
    }

    [Fact]
    public void ATimerSetByACallbackFiresInTheSameAdvanceIfItIsDueWithinIt()
    {
        _time.CreateTimer(_ => Set("inner", 1), null, Seconds(1), s_once);
        Set("outer", 3);

        _time.Advance(Seconds(3));

        Assert.Equal(["inner at 2", "outer at 3"], _fired);
    }

    [Fact]
    public void ACallbackMayAdvanceTheClockAndNothingIsLostOrRepeated()
    {
        _time.CreateTimer(_ => _time.Advance(Seconds(5)), null, Seconds(1), s_once);
        Set("within both", 2);
        Set("within the inner", 6);
        Set("beyond", 7);
        var start = _time.GetUtcNow();

        _time.Advance(Seconds(2));

        Assert.Equal(["within both at 2", "within the inner at 6"], _fired);
        Assert.Equal(start + Seconds(6), _time.GetUtcNow());
    }

    [Fact]
    public void ATimerDueAtOnceFiresAtTheNextAdvanceEvenByZero()
    {
        Set("now", 0);
        Assert.Empty(_fired);

        _time.Advance(TimeSpan.Zero);

        Assert.Equal(["now at 0"], _fired);
    }

    [Fact]
    public void APeriodicTimerFiresOncePerPeriod()
    {
        using var timer = _time.CreateTimer(_ => Note("tick"), null, Seconds(1), Seconds(2));

        _time.Advance(Seconds(6));

        Assert.Equal(["tick at 1", "tick at 3", "tick at 5"], _fired);
        Assert.Equal(_time.GetUtcNow() + Seconds(1), _time.NextDue);
    }

    [Fact]
    public void APeriodicTimerMayDisposeItselfInItsCallback()
    {
        ITimer? timer = null;
        timer = _time.CreateTimer(_ => { Note("tick"); timer!.Dispose(); }, null, Seconds(1), Seconds(1));

        _time.Advance(Seconds(3));

        Assert.Equal(["tick at 1"], _fired);
        Assert.Null(_time.NextDue);
    }

    [Fact]
    public void ChangeMovesATimerAndInfiniteStopsIt()
    {
        var timer = Set("moved", 1);
        Assert.True(timer.Change(Seconds(2), s_once));
        _time.Advance(Seconds(1));
        Assert.Empty(_fired);
        _time.Advance(Seconds(1));
        Assert.Equal(["moved at 2"], _fired);

        Assert.True(timer.Change(Seconds(1), s_once));
        Assert.True(timer.Change(s_once, s_once));

        Assert.False(_time.AdvanceToNext(TimeSpan.FromDays(1)));
        Assert.Single(_fired);
    }

    [Fact]
    public void ADisposedTimerDoesNotFireAndCannotBeChanged()
    {
        var timer = Set("never", 1);
        timer.Dispose();
        timer.Dispose();

        Assert.False(timer.Change(Seconds(1), s_once));
        _time.Advance(Seconds(2));

        Assert.Empty(_fired);
    }

    [Fact]
    public void AdvanceToNextGoesAsFarAsTheNextTimerAndNoFurtherThanItsLimit()
    {
        Set("a", 2);
        Set("b", 2);
        Set("c", 10);
        var start = _time.GetUtcNow();
        Assert.Equal(start + Seconds(2), _time.NextDue);

        Assert.False(_time.AdvanceToNext(Seconds(1)));
        Assert.Equal(start, _time.GetUtcNow());
        Assert.True(_time.AdvanceToNext(Seconds(2)));

        Assert.Equal(["a at 2", "b at 2"], _fired);
        Assert.Equal(start + Seconds(10), _time.NextDue);
    }

    [Fact]
    public void NegativeTimesAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(Seconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Set("never", -2));
    }

    [Fact]
    public async Task DelaysAndTimeoutsOfTheFrameworkRunByIt()
    {
        var delay = Task.Delay(Seconds(5), _time, TestContext.Current.CancellationToken);
        using var timeout = new CancellationTokenSource(Seconds(6), _time);

        _time.Advance(Seconds(5));
        await delay;
        Assert.False(timeout.IsCancellationRequested);
        _time.Advance(Seconds(1));

        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public async Task TimersSetByManyThreadsWhileTheClockMovesAllFireOnce()
    {
        const int Threads = 4;
        const int Each = 2_000;
        var fired = 0;
        var setters = Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                _time.CreateTimer(
                    _ => Interlocked.Increment(ref fired), null, TimeSpan.FromMilliseconds(i % 7), s_once);
            }
        })).ToArray();

        while (!Task.WhenAll(setters).IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await Task.WhenAll(setters);
        _time.Advance(Seconds(1));
        Assert.Equal(Threads * Each, fired);
        Assert.Null(_time.NextDue);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private ITimer Set(string name, int seconds)
        => _time.CreateTimer(_ => Note(name), null, Seconds(seconds), s_once);

    private void Note(string name)
        => _fired.Add($"{name} at {(_time.GetTimestamp() / TimeSpan.TicksPerSecond)}");
}
