using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

[Collection(AllCores.Name)]
public sealed class AlertStateTests
{
    [Fact]
    public void AnAlertWithoutALimitIsNeverSpent()
    {
        var state = new AlertState(Alerts.Plain, isEnabled: true);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(state.TrySpend());
        }
    }

    [Fact]
    public void ABudgetIsSpentOnceAndRefilled()
    {
        var state = new AlertState(Alerts.Describe("Budget", maxPerMinute: 3), isEnabled: true);
        for (var minute = 0; minute < 3; minute++)
        {
            Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(_ => state.TrySpend()));
            state.RefillBudget();
        }
    }

    [Fact]
    public void ASpentBudgetStaysSpentHoweverManyCallsAreRefused()
    {
        var state = new AlertState(Alerts.Describe("Storm", maxPerMinute: 3), isEnabled: true);

        // Where the budget would stand after two thousand million refusals, if each took one from it.
        BudgetOf(state) = int.MinValue;
        Assert.False(state.TrySpend());
        Assert.False(state.TrySpend());
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
                spent[i] += state.TrySpend() ? 1 : 0;
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
                () => states.Configure(static _ => false));

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
        states.Configure(alert => alert == inner || (added = states.Get(inner)) is not null);

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
    private static extern ref int BudgetOf(AlertState state);
}
