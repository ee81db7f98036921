using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

[Collection(AllCores.Name)]
public sealed class WakeUpTests : IDisposable
{
    private static volatile int s_sink;

    private readonly WakeUp _wakeUp = new();

    public void Dispose() => _wakeUp.Dispose();

    [Fact]
    public void NoCommitIsSleptThrough()
    {
        const int Rounds = 100_000;
        var ring = new AlertRingBuffer(4096, _wakeUp, reserve: 0);
        var watchdog = new Watchdog("a commit was slept through");
        var taken = 0;
        watchdog.RunTogether(
            () => TakeAndSleep(ring, ref taken, Rounds),
            () =>
            {
                var random = new Random(1);
                for (var round = 1; round <= Rounds; round++)
                {
                    Assert.Equal(ClaimResult.Claimed, ring.TryClaim(Alerts.Plain.Id, 0, false, 0, out var writer));

                    // Only the commit remains, so that it meets the pump's announcement within nanoseconds.
                    while (Volatile.Read(ref taken) < round - 1)
                    {
                        watchdog.CheckNowAndThen();
                    }

                    Delay(random);
                    writer.Commit();
                }

                watchdog.WaitUntil(() => Volatile.Read(ref taken) == Rounds);
            });
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
    public void AWakerThatIsSlowToSetTheEventDoesNotEndTheSleepAfter()
    {
        // Otherwise the pump runs while it is announced as asleep, and a test driver turns the clock under its feet.
        var watchdog = new Watchdog("the late event was not ignored, or the signal was");
        var isAwake = false;
        watchdog.RunTogether(
            () =>
            {
                _wakeUp.Sleep(static () => false);
                Volatile.Write(ref isAwake, true);
            },
            () =>
            {
                watchdog.WaitUntil(() => _wakeUp.IsAsleep);
                EventOf(_wakeUp).Set();
                watchdog.WaitUntil(() => !EventOf(_wakeUp).IsSet);
                Assert.True(_wakeUp.IsAsleep);
                Assert.False(Volatile.Read(ref isAwake));
                _wakeUp.Signal();
            });

        Assert.True(isAwake);
    }

    [Fact]
    public void ManyWakersAtOnceWakeThePumpEachTime()
    {
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
                for (var sleep = 0; sleep < 10_000; sleep++)
                {
                    _wakeUp.Sleep(() => sleep % 2 == 0);
                }

                Volatile.Write(ref isDone, true);
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

    private void TakeAndSleep(AlertRingBuffer ring, ref int taken, int rounds)
    {
        var random = new Random(2);
        Func<bool> hasWork = () => ring.TryRead(out _);
        while (taken < rounds)
        {
            Delay(random);
            _wakeUp.Sleep(hasWork);
            while (ring.TryRead(out var record))
            {
                ring.Release(record);
                Volatile.Write(ref taken, taken + 1);
            }
        }
    }

    // Shorter and finer than any spin wait: the window is as long as a store stays in its buffer.
    private static void Delay(Random random)
    {
        for (var i = random.Next(200); i > 0; i--)
        {
            s_sink = i;
        }
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

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_event")]
    private static extern ref ManualResetEventSlim EventOf(WakeUp wakeUp);
}
