using CsCheck;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class AlertAccountTests
{
    private readonly OutcomeCounters _ledger = new();
    private readonly OutcomeCounters _firstRoute = new();
    private readonly OutcomeCounters _secondRoute = new();

    [Fact]
    public void AnAlertForTwoRoutesIsDeliveredOnceAndByEither()
    {
        var (account, first, second) = TwoCopies();

        account.Confirm(second, second.Show());
        Assert.Equal(1, _ledger.Delivered);
        account.Close(first, DropReason.Undeliverable);
        account.Close(second, DropReason.MessageGone);

        Assert.Equal((1, 0, 0), (_ledger.Delivered, _ledger.Dropped.Values.Sum(), account.Pending));
        Assert.Equal((0, 1), (_firstRoute.Delivered, _firstRoute.Dropped[DropReason.Undeliverable]));
        Assert.Equal((1, 0), (_secondRoute.Delivered, _secondRoute.Dropped.Values.Sum()));
    }

    [Fact]
    public void ItIsDroppedWithItsLastCopyAndForThatOnesReason()
    {
        var (account, first, second) = TwoCopies();

        account.Close(first, DropReason.QueueFull);
        Assert.Equal(0, _ledger.Dropped.Values.Sum());
        account.Close(second, DropReason.Rejected);

        Assert.Equal(1, _ledger.Dropped[DropReason.Rejected]);
        Assert.Equal(1, _ledger.Dropped.Values.Sum());
    }

    [Fact]
    public void ARepeatIsCoalescedOnceAMessageThatCountsItIsConfirmed()
    {
        var (account, first, _) = TwoCopies();
        account.Confirm(first, first.Show());

        Assert.True(account.TryFold(DateTimeOffset.UnixEpoch, refused: 0));
        Assert.Equal((0, 1), (_ledger.Coalesced, account.Pending));
        account.Confirm(first, first.Show());

        Assert.Equal((1, 0), (_ledger.Coalesced, account.Pending));
    }

    [Fact]
    public void WhatTheFileHasIsGivenToTheFileWhateverBecomesOfItsOtherCopy()
    {
        var (account, first, second) = TwoCopies();

        account.Close(first, DropReason.Fallback);
        account.Close(second, DropReason.Unconfirmed);

        Assert.Equal((1, 1), (_ledger.Dropped[DropReason.Fallback], _ledger.Dropped.Values.Sum()));
        Assert.Equal(1, _secondRoute.Dropped[DropReason.Unconfirmed]);
    }

    [Fact]
    public void RefusedCallsThatAMessageHasToldAreNoLoss()
    {
        var (account, first, _) = TwoCopies();
        Assert.True(account.TryFold(DateTimeOffset.UnixEpoch, refused: 7));
        account.Confirm(first, first.Show());
        Assert.True(account.TryFold(DateTimeOffset.UnixEpoch, refused: 2));

        var loss = account.Close(first, DropReason.MessageGone);

        Assert.Equal((1, 2), (loss.Alerts, loss.Refused));
    }

    [Fact]
    public void AnAlertMovesToNoChannelThatHasOrHadIt()
    {
        var (other, own) = (TestLanes.CreateRoute("other"), TestLanes.CreateRoute("own"));
        var account = new AlertAccount(_ledger, TestCopies.Origin());
        var first = TestCopies.Create(account: account, route: own.Route, lane: own.Lane);

        Assert.NotNull(account.TryMove(first, other));
        Assert.Null(account.TryMove(first, TestLanes.CreateRoute("another name", other.Lane)));
        Assert.Null(account.TryMove(first, TestLanes.CreateRoute("another name", own.Lane)));
        account.Close(first, DropReason.Undeliverable);
        Assert.Null(account.TryMove(first, TestLanes.CreateRoute("third")));
    }

    [Fact]
    public void ARepeatThatCameWhileTheRequestWasUnderWayIsNotCountedByIt()
    {
        var (account, first, _) = TwoCopies();
        var shown = first.Show();
        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0);
        account.Confirm(first, shown);

        Assert.Equal((1, 0, 1), (_ledger.Delivered, _ledger.Coalesced, account.Pending));
        Assert.True(first.HasUnshown);
    }

    [Fact]
    public void NothingIsFoldedIntoAnAlertWhoseMessagesAreGone()
    {
        var (account, first, second) = TwoCopies();
        account.Close(first, DropReason.Rejected);
        account.Close(second, DropReason.Rejected);

        Assert.False(account.TryFold(DateTimeOffset.UnixEpoch, refused: 0));
        Assert.Equal(0, account.Pending);
    }

    [Fact]
    public void AMessageOnDisplayIsCalledWhenItHasNewsAndNotForEveryRepeat()
    {
        var (account, first, second) = TwoCopies();
        var calls = 0;
        first.Changed = () => calls++;
        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0);
        Assert.Equal(0, calls);
        account.Confirm(first, first.Show());
        account.Close(second, DropReason.Closed);

        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0);
        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0);

        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task AFollowedRepeatWithoutRoomIsDroppedAndToldWithTheRefusedUntilRoomIsGivenBack()
    {
        var account = new AlertAccount(_ledger, TestCopies.Origin(), own: null, new FollowerRoom(capacity: 1));
        var copy = TestCopies.Create(account: account, route: _firstRoute);
        var (first, second, third) = (NewReceipt(), NewReceipt(), NewReceipt());
        Assert.True(account.TryFold(DateTimeOffset.UnixEpoch, refused: 0, first));

        Assert.True(account.TryFold(DateTimeOffset.UnixEpoch, refused: 2, second));

        Assert.Equal(AlertOutcome.Dropped(DropReason.QueueFull), await second.Delivered);
        Assert.Equal(1, _ledger.Dropped[DropReason.QueueFull]);
        Assert.Equal((3, 1, 2), (_firstRoute.Accepted, _firstRoute.Dropped[DropReason.QueueFull], copy.Pending));
        Assert.Equal((2, 3), (copy.Show().Counter.Count, copy.Show().Counter.Refused));
        Assert.Equal(2, account.Pending);
        account.Confirm(copy, copy.Show());
        Assert.Equal(AlertOutcome.Coalesced, await first.Delivered);
        Assert.True(account.TryFold(DateTimeOffset.UnixEpoch, refused: 0, third));
        Assert.False(third.Delivered.IsCompleted);
    }

    [Fact]
    public void WhateverHappensInWhateverOrderTheLedgerAddsUp()
        => Gen.Int[0, 8].Array[0, 60].Hold(steps =>
        {
            var ledger = new OutcomeCounters();
            OutcomeCounters[] routes = [new(), new()];
            var followed = new List<AlertReceipt> { NewReceipt() };
            var account = new AlertAccount(ledger, TestCopies.Origin(), followed[0]);
            var copies = routes.Select(route => TestCopies.Create(account: account, route: route)).ToArray();
            var counters = new ShownAlert?[2];
            var accepted = 1L;
            foreach (var step in steps)
            {
                var which = step % 2;
                switch (step / 2)
                {
                    case 0:
                        counters[which] = copies[which].Show();
                        break;
                    case 1 when counters[which] is { } shown && copies[which].IsOpen:
                        account.Confirm(copies[which], shown);
                        counters[which] = null;
                        break;
                    case 2 when step == 4:
                        account.Close(copies[1], DropReason.QueueFull);
                        break;
                    case 4:
                        account.Close(copies[0], DropReason.MessageGone);
                        break;
                    default:
                        var receipt = NewReceipt();
                        if (account.TryFold(DateTimeOffset.UnixEpoch, refused: 0, receipt))
                        {
                            accepted++;
                            followed.Add(receipt);
                        }

                        break;
                }

                AssertTold(ledger, followed);

                var settled = ledger.Delivered + ledger.Coalesced + ledger.Dropped.Values.Sum();
                Assert.Equal(accepted, settled + account.Pending);
                Assert.All(copies, copy => Assert.Equal(
                    copy.Route.Accepted,
                    copy.Route.Delivered + copy.Route.Coalesced + copy.Route.Dropped.Values.Sum() + copy.Pending));
            }
        });

    /// <summary>Each step is one of an incident's life: news, a revision that shows them, a repeat, a request that is
    /// built and one that is confirmed, a message that is set aside or let go, its end.</summary>
    [Fact]
    public void WhateverIsToldOfAnIncidentInWhateverOrderTheLedgerAddsUp()
        => Gen.Int[0, 13].Array[0, 80].Hold(steps =>
        {
            var ledger = new OutcomeCounters();
            OutcomeCounters[] routes = [new(), new()];
            var account = new AlertAccount(ledger, TestCopies.Origin(), isIncident: true);
            var copies = routes.Select(route => TestCopies.Create(account: account, route: route)).ToArray();
            var requests = new ShownAlert?[2];
            var (accepted, heard, revision) = (1L, 0L, 0);
            foreach (var step in steps)
            {
                var which = step % 2;
                switch (step)
                {
                    case < 3:
                        var isHeard = account.Hear(DateTimeOffset.UnixEpoch, refused: 0) is null;
                        accepted += isHeard ? 1 : 0;
                        heard += isHeard ? 1 : 0;
                        break;
                    case < 5:
                        account.Revise(Revision(++revision, heard), isOver: false);
                        break;
                    case 5:
                        accepted += account.TryFold(DateTimeOffset.UnixEpoch, refused: 0) ? 1 : 0;
                        break;
                    case < 8:
                        requests[which] = copies[which].Show();
                        break;
                    case < 10 when requests[which] is { } shown && copies[which].IsOpen:
                        account.Confirm(copies[which], shown);
                        Assert.Equal(copies[which].HasUnshown, copies[which].Show() != shown);
                        requests[which] = null;
                        break;
                    case 10 or 11:
                        Assert.True(!copies[which].TrySetAside() || !copies[which].HasUnshown);
                        break;
                    case 12:
                        account.Close(copies[0], DropReason.MessageGone);
                        break;
                    case 13:
                        account.Revise(Revision(++revision, heard), isOver: true);
                        Assert.False(account.TryFold(DateTimeOffset.UnixEpoch, refused: 0));
                        break;
                }

                var settled = ledger.Delivered + ledger.Coalesced + ledger.Dropped.Values.Sum();
                Assert.Equal(accepted, settled + account.Pending);
                Assert.All(copies, copy => Assert.Equal(
                    copy.Route.Accepted,
                    copy.Route.Delivered + copy.Route.Coalesced + copy.Route.Dropped.Values.Sum() + copy.Pending));
            }

            // What was told is settled by a message that shows it, and by none before.
            account.Revise(Revision(++revision, heard), isOver: true);
            foreach (var copy in copies.Where(copy => copy.IsOpen))
            {
                account.Confirm(copy, copy.Show());
            }

            Assert.Equal(0, account.Pending);
        });

    [Fact]
    public void NewsAreCoalescedByARequestThatShowsThemAndNotByOneThatWasBuiltBefore()
    {
        var account = new AlertAccount(_ledger, TestCopies.Origin(), isIncident: true);
        var copy = TestCopies.Create(account: account, route: _firstRoute);
        account.Confirm(copy, copy.Show());
        Assert.Null(account.Hear(DateTimeOffset.UnixEpoch, refused: 0));
        Assert.False(copy.HasUnshown);
        var early = copy.Show();
        account.Revise(Revision(1, news: 1), isOver: false);
        Assert.True(copy.HasUnshown);

        account.Confirm(copy, early);
        Assert.Equal((0, 1), (_ledger.Coalesced, account.Pending));
        account.Confirm(copy, copy.Show());
        Assert.Equal((1, 0), (_ledger.Coalesced, account.Pending));
        Assert.Equal((2, 1, 1), (_firstRoute.Accepted, _firstRoute.Delivered, _firstRoute.Coalesced));
    }

    [Fact]
    public void OneThatIsSetAsideIsGivenToItsLaneAgainWithItsNextRevision()
    {
        var account = new AlertAccount(_ledger, TestCopies.Origin(), isIncident: true);
        var copy = TestCopies.Create(account: account);
        var returned = 0;
        copy.Requeue = _ => returned++;
        account.Confirm(copy, copy.Show());
        Assert.True(copy.TrySetAside());

        account.Hear(DateTimeOffset.UnixEpoch, refused: 0);
        Assert.Equal(0, returned);
        account.Revise(Revision(1, news: 1), isOver: false);
        account.Revise(Revision(2, news: 1), isOver: true);

        Assert.Equal(1, returned);
    }

    [Fact]
    public async Task WhoFollowsARepeatIsToldWhenAMessageCountsItAndNotBefore()
    {
        var (account, first, second) = TwoCopies();
        var (told, early, late) = (NewReceipt(), NewReceipt(), NewReceipt());
        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0, told);
        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0);
        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0, early);
        var shown = first.Show();
        account.TryFold(DateTimeOffset.UnixEpoch, refused: 0, late);
        Assert.False(told.Delivered.IsCompleted);
        account.Confirm(first, shown);

        Assert.Equal(AlertOutcome.Coalesced, await told.Delivered);
        Assert.Equal(AlertOutcome.Coalesced, await early.Delivered);
        Assert.False(late.Delivered.IsCompleted);
        account.Close(first, DropReason.MessageGone);
        Assert.False(late.Delivered.IsCompleted);
        account.Close(second, DropReason.Closed);
        Assert.Equal(AlertOutcome.Dropped(DropReason.Closed), await late.Delivered);
    }

    private static RenderedAlert Revision(int revision, long news)
        => new([], counterOffset: 0, codePoints: 1, isEmbed: true, isCounterAlone: false)
        {
            Revision = revision,
            News = news,
        };

    private static AlertReceipt NewReceipt() => AlertReceipt.Open(new AlertPipeline(), Alerts.Plain);

    /// <summary>What followers were told adds up to what the ledger says.</summary>
    private static void AssertTold(OutcomeCounters ledger, List<AlertReceipt> followed)
    {
        var told = followed.Where(receipt => receipt.Delivered.IsCompleted)
            .CountBy(receipt => receipt.Delivered.Result)
            .ToDictionary();
        Assert.Equal(ledger.Delivered, told.GetValueOrDefault(AlertOutcome.Delivered));
        Assert.Equal(ledger.Coalesced, told.GetValueOrDefault(AlertOutcome.Coalesced));
        Assert.All(ledger.Dropped, dropped
            => Assert.Equal(dropped.Value, told.GetValueOrDefault(AlertOutcome.Dropped(dropped.Key))));
    }

    private (AlertAccount Account, AlertCopy First, AlertCopy Second) TwoCopies()
    {
        var account = new AlertAccount(_ledger, TestCopies.Origin());
        var first = TestCopies.Create(account: account, route: _firstRoute);
        return (account, first, TestCopies.Create(account: account, route: _secondRoute));
    }
}
