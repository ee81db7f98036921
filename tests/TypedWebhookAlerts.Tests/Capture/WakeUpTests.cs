using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

[Collection(AllCores.Name)]
public sealed class WakeUpTests : IDisposable
{
    private readonly WakeUp _wakeUp = new();

    public void Dispose() => _wakeUp.Dispose();

    [Fact]
    public void NoCommitIsSleptThrough()
    {
        const int Rounds = 200_000;
        var ring = new AlertRingBuffer(4096, _wakeUp, reserve: 0);
        var watchdog = new Watchdog("a commit was slept through");
        var taken = 0;
        Func<bool> hasWork = () => ring.TryRead(out _);
        watchdog.RunTogether(
            () =>
            {
                while (taken < Rounds)
                {
                    _wakeUp.Sleep(hasWork);
                    while (ring.TryRead(out var record))
                    {
                        ring.Release(record);
                        Volatile.Write(ref taken, taken + 1);
                    }
                }
            },
            () =>
            {
                var random = new Random(1);
                for (var round = 1; round <= Rounds; round++)
                {
                    Assert.Equal(ClaimResult.Claimed, ring.TryClaim(Alerts.Plain.Id, 0, false, 0, out var writer));

                    // So that the commit falls into each moment of the pump's going to sleep.
                    Thread.SpinWait(random.Next(40));
                    writer.Commit();
                    var spin = default(SpinWait);
                    while (Volatile.Read(ref taken) < round)
                    {
                        spin.SpinOnce(sleep1Threshold: -1);
                        if (spin.Count % 256 == 0)
                        {
                            watchdog.Check();
                        }
                    }
                }
            });

        Assert.Equal(Rounds, taken);
    }

    [Fact]
    public void WhenThereIsWorkAfterAllThePumpDoesNotSleep()
    {
        var wasAsleep = false;
        _wakeUp.Sleep(() =>
        {
            wasAsleep = _wakeUp.IsAsleep;
            return true;
        });

        Assert.True(wasAsleep);
        Assert.False(_wakeUp.IsAsleep);
    }

    [Fact]
    public void ASignalAfterTheAnnouncementEndsTheSleepBeforeItBegins()
    {
        _wakeUp.Sleep(() =>
        {
            _wakeUp.Signal();
            return false;
        });

        Assert.False(_wakeUp.IsAsleep);
    }

    [Fact]
    public void ASignalToAnAwakePumpIsNotKeptForItsNextSleep()
    {
        _wakeUp.Sleep(() =>
        {
            _wakeUp.Signal();
            _wakeUp.Signal();
            return true;
        });
        _wakeUp.Signal();

        AssertSleepsUntilSignalled();
    }

    [Fact]
    public void ThePumpSleepsUntilItIsSignalled() => AssertSleepsUntilSignalled();

    [Fact]
    public void ManyWakersLeaveThePumpAsleepOnlyWhereItSaysSo()
    {
        // A waker that is slow to set the event must not end the sleep after: the pump would run while it is announced
        // as asleep, and a test driver would turn the clock under its feet.
        const int Sleeps = 20_000;
        var isDone = false;
        var watchdog = new Watchdog("the pump was never woken");
        Action signal = () =>
        {
            while (!Volatile.Read(ref isDone))
            {
                _wakeUp.Signal();
            }
        };
        watchdog.RunTogether(
            signal,
            signal,
            () =>
            {
                var sleeps = 0;
                while (sleeps < Sleeps && !_wakeUp.IsAsleep)
                {
                    _wakeUp.Sleep(() => sleeps % 2 == 0);
                    sleeps++;
                }

                Volatile.Write(ref isDone, true);
                Assert.Equal(Sleeps, sleeps);
            });
    }

    [Fact]
    public void ALateProducersSignalAfterTheEndIsHarmless()
    {
        var watchdog = new Watchdog("the sleeper did not end");
        watchdog.RunTogether(() => _wakeUp.Sleep(static () => false), () =>
        {
            watchdog.WaitUntil(() => _wakeUp.IsAsleep);
            _wakeUp.Signal();
        });
        _wakeUp.Dispose();

        _wakeUp.Signal();
        Assert.False(_wakeUp.IsAsleep);
    }

    private void AssertSleepsUntilSignalled()
    {
        var watchdog = new Watchdog("the sleeper was not woken");
        var mayWake = false;
        var wokeEarly = false;
        watchdog.RunTogether(
            () =>
            {
                _wakeUp.Sleep(static () => false);
                wokeEarly = !Volatile.Read(ref mayWake);
            },
            () =>
            {
                watchdog.WaitUntil(() => _wakeUp.IsAsleep);
                Thread.SpinWait(2000);
                Volatile.Write(ref mayWake, true);
                _wakeUp.Signal();
            });

        Assert.False(wokeEarly);
        Assert.False(_wakeUp.IsAsleep);
    }
}
