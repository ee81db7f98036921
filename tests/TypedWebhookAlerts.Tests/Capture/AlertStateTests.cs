using System.Runtime.CompilerServices;
using CsCheck;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

[Collection(AllCores.Name)]
public sealed class AlertStateTests
{
    // A descriptor lives as long as the process: a property must not make one for every sample.
    private static readonly AlertDescriptor[] s_budgets =
        [.. Enumerable.Range(1, 4).Select(budget => Alerts.Describe($"Budget{budget}", budget))];

    [Fact]
    public void AnAlertWithoutALimitIsNeverSpent()
    {
        var state = new AlertState(Alerts.Plain, isEnabled: true);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(state.TrySpend(out _));
        }
    }

    [Fact]
    public void ABudgetIsSpentOnceAndRefilled()
    {
        var state = new AlertState(Alerts.Describe("Budget", maxPerMinute: 3), isEnabled: true);
        for (var minute = 0; minute < 3; minute++)
        {
            Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(_ => state.TrySpend(out _)));
            state.RefillBudget();
        }
    }

    [Fact]
    public void ASpentBudgetIsOnlyReadHoweverManyCallsAreRefused()
    {
        var state = new AlertState(Alerts.Describe("Storm", maxPerMinute: 3), isEnabled: true);
        for (var call = 0; call < 3; call++)
        {
            Assert.True(state.TrySpend(out _));
        }

        var spent = BudgetOf(state);
        for (var call = 0; call < 1000; call++)
        {
            Assert.False(state.TrySpend(out _));
        }

        Assert.Equal(spent, BudgetOf(state));
    }

    /// <summary>A call spends, finds no room, and gives back, and the pump's new minute may come in between: every
    /// order of these steps is one that the threads could take.</summary>
    [Fact]
    public void InWhateverOrderCallsGiveBackNoMinuteTakesMoreThanItsBudget()
        => Gen.Select(Gen.Int[1, 4], Gen.Int[0, 9].Array[0, 80]).Hold((budget, steps) =>
        {
            var state = new AlertState(s_budgets[budget - 1], isEnabled: true);
            var underWay = new List<(int Ticket, int Minute)>();
            var taken = new Dictionary<int, int>();
            var minute = 0;
            foreach (var step in steps)
            {
                switch (step)
                {
                    case 0:
                        state.RefillBudget();
                        minute++;
                        break;
                    case < 6 when state.TrySpend(out var ticket):
                        underWay.Add((ticket, minute));
                        taken[minute] = taken.GetValueOrDefault(minute) + 1;
                        break;
                    case >= 6 when underWay.Count > 0:
                        var call = underWay[step % underWay.Count];
                        underWay.Remove(call);
                        state.Unspend(call.Ticket);
                        taken[call.Minute]--;
                        break;
                }

                Assert.All(taken, inMinute => Assert.InRange(inMinute.Value, 0, budget));
            }

            // What a minute gave back can be taken in that minute again, and no more.
            var left = 0;
            while (state.TrySpend(out _))
            {
                left++;
            }

            Assert.Equal(budget - taken.GetValueOrDefault(minute), left);
        });

    [Fact]
    public void BesideOtherThreadsThatGiveBackNoMinuteTakesMoreThanItsBudget()
    {
        const int Budget = 100;
        var state = new AlertState(Alerts.Describe("Returned", Budget), isEnabled: true);
        new Watchdog("giving back does not end").RunTogether(
            () => SpendAndGiveBack(state),
            () => SpendAndGiveBack(state),
            () =>
            {
                for (var minute = 0; minute < 20_000; minute++)
                {
                    state.RefillBudget();
                }
            });

        Assert.InRange((uint)BudgetOf(state), 0u, (uint)Budget);
    }

    [Fact]
    public void BesideOtherThreadsNoMoreIsSpentThanThereIs()
    {
        const int Budget = 10_000;
        var state = new AlertState(Alerts.Describe("Shared", Budget), isEnabled: true);
        var spent = new int[3];
        new Watchdog("spending does not end").RunTogether([.. Enumerable.Range(0, 3).Select(i => (Action)(() =>
        {
            for (var call = 0; call < Budget; call++)
            {
                spent[i] += state.TrySpend(out _) ? 1 : 0;
            }
        }))]);

        Assert.Equal(Budget, spent.Sum());
    }

    [Fact]
    public void RefusalsAreCountedByReasonAndToldOnce()
    {
        var state = new AlertState(Alerts.Plain, isEnabled: true);
        state.Refuse(RefusalReason.Full);
        state.Refuse(RefusalReason.Full);
        state.Refuse(RefusalReason.Closed);

        Assert.Equal(2, state.RefusedFor(RefusalReason.Full));
        Assert.Equal(1, state.RefusedFor(RefusalReason.Closed));
        Assert.Equal(3, state.TakeUntoldRefusals());
        Assert.Equal(0, state.TakeUntoldRefusals());
        Assert.Equal(2, state.RefusedFor(RefusalReason.Full));
    }

    [Fact]
    public void EveryAlertHasOneStateWhoeverAsksFirst()
    {
        var alerts = Enumerable.Range(0, 300).Select(i => Alerts.Describe($"Raced{i}")).ToArray();
        var states = new AlertStates();
        var seen = new AlertState[3][];
        new Watchdog("adding does not end").RunTogether([.. Enumerable.Range(0, 3).Select(i => (Action)(() =>
            seen[i] = [.. alerts.Select(states.Get)]))]);

        Assert.Equal(seen[0], seen[1]);
        Assert.Equal(seen[0], seen[2]);
        Assert.Equal(alerts, states.All.Select(state => state.Descriptor));
    }

    [Fact]
    public void WhoeverIsAddedBesideAConfigurationFollowsIt()
    {
        for (var round = 0; round < 200; round++)
        {
            var alerts = Enumerable.Range(0, 10).Select(i => Alerts.Describe($"Configured{round}.{i}")).ToArray();
            var states = new AlertStates();
            new Watchdog("configuring does not end").RunTogether(
                () => Array.ForEach(alerts, alert => states.Get(alert)),
                () => states.Configure(static alert => Decide(alert, isEnabled: false), isStart: true));

            Assert.DoesNotContain(states.All, state => state.IsEnabled);
        }
    }

    [Fact]
    public void AnAlertThatIsRaisedWhileAnotherIsAddedIsNotLost()
    {
        // The decision may log, and the log entry may be an alert itself.
        var inner = Alerts.Describe("Inner");
        var outer = Alerts.Describe("Outer");
        var states = new AlertStates();
        AlertState? added = null;
        states.Configure(
            alert => Decide(alert, alert == inner || (added = states.Get(inner)) is not null), isStart: true);

        var state = states.Get(outer);
        Assert.Same(added, states.Get(inner));
        Assert.Same(state, states.Get(outer));
    }

    [Fact]
    public void AnUnreadableAlertIsTheSameAlertWithOneTextForItsArguments()
    {
        var alert = Alerts.Describe("Unread", maxPerMinute: 7, AlertParameter.Exception("e"));
        var unreadable = alert.Unreadable;

        Assert.Same(unreadable, alert.Unreadable);
        Assert.NotEqual(alert.Id, unreadable.Id);
        Assert.Equal(alert.Name, unreadable.Name);
        Assert.Equal(7, unreadable.MaxPerMinute);
        Assert.False(unreadable.HasReferences);
        Assert.Same(unreadable, AlertDescriptor.Find(unreadable.Id));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_budget")]
    private static extern ref long BudgetOf(AlertState state);

    private static AlertSettings Decide(AlertDescriptor alert, bool isEnabled)
        => AlertSettings.Declared(alert) with { IsEnabled = isEnabled };

    private static void SpendAndGiveBack(AlertState state)
    {
        for (var call = 0; call < 20_000; call++)
        {
            if (state.TrySpend(out var minute))
            {
                state.Unspend(minute);
            }
        }
    }
}
