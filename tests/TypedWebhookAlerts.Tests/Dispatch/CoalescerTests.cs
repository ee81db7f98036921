using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class CoalescerTests
{
    private static readonly Route[] s_routes = [];

    private readonly Coalescer _coalescer = new();

    [Fact]
    public void AnEqualKeyIsFoldedUntilItsWindowEnds()
    {
        _coalescer.Add([1, 2], s_routes, Account(), Seconds(0), ends: Seconds(10));

        Assert.True(TryFold([1, 2], at: 9.9));
        Assert.False(TryFold([1, 3], at: 9.9));
        Assert.False(TryFold([1], at: 9.9));
        Assert.False(TryFold([1, 2], at: 10));
    }

    [Fact]
    public void AnAlertThatTakesNoMoreRepeatsIsReplaced()
    {
        var account = Account(out var copy);
        _coalescer.Add([1], s_routes, account, Seconds(0), Seconds(10));
        account.Close(copy, DropReason.MessageGone);

        Assert.False(TryFold([1], at: 1));
        _coalescer.Add([1], s_routes, Account(), Seconds(1), Seconds(11));
        Assert.True(TryFold([1], at: 2));
    }

    [Fact]
    public void WhenAnEntryIsReplacedItsPredecessorsEndDoesNotEndIt()
    {
        _coalescer.Add([1], s_routes, Account(), Seconds(0), Seconds(10));
        _coalescer.Add([1], s_routes, Account(), Seconds(10), Seconds(20));
        _coalescer.Add([2], s_routes, Account(), Seconds(11), Seconds(20));

        Assert.True(TryFold([1], at: 12));
    }

    [Fact]
    public void AnAlertThatGoesElsewhereIsNotFoldedIntoOneThatDoesNot()
    {
        var (route, lane) = (new OutcomeCounters("error"), TestLanes.Create());
        Route[] before = [new(route, lane, MessageFrame.None)];
        _coalescer.Add([1], before, Account(), Seconds(0), Seconds(10));

        Assert.False(TryFold([1], at: 1, new Route(route, TestLanes.Create(), MessageFrame.None)));
        Assert.False(TryFold([1], at: 1));
        Assert.True(TryFold([1], at: 1, before));
    }

    [Fact]
    public void TheTableIsBoundedAndForgetsTheOldestFirst()
    {
        for (var i = 0; i < 4097; i++)
        {
            _coalescer.Add(BitConverter.GetBytes(i), s_routes, Account(), Seconds(0), Seconds(10));
        }

        Assert.False(TryFold(BitConverter.GetBytes(0), at: 1));
        Assert.True(TryFold(BitConverter.GetBytes(1), at: 1));
        Assert.True(TryFold(BitConverter.GetBytes(4096), at: 1));
    }

    [Fact]
    public void TheTablesBytesAreBoundedToo()
    {
        const int KeyBytes = 64 * 1024;
        for (var i = 0; i < 65; i++)
        {
            _coalescer.Add(Key(i), s_routes, Account(), Seconds(0), Seconds(10));
        }

        Assert.False(TryFold(Key(0), at: 1));
        Assert.True(TryFold(Key(1), at: 1));
        Assert.True(TryFold(Key(64), at: 1));

        static byte[] Key(int number)
        {
            var key = new byte[KeyBytes];
            BitConverter.TryWriteBytes(key, number);
            return key;
        }
    }

    [Fact]
    public void AnAlertThatIsAccountedForIsNotKeptInMemory()
    {
        var copy = AddClosed();
        GC.Collect();

        Assert.False(copy.IsAlive);
        Assert.False(TryFold([1], at: 1));

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        WeakReference AddClosed()
        {
            var account = Account(out var closed);
            _coalescer.Add([1], s_routes, account, Seconds(0), Seconds(10));
            account.Close(closed, DropReason.MessageGone);
            return new WeakReference(closed);
        }
    }

    private static AlertAccount Account() => Account(out _);

    private static AlertAccount Account(out AlertCopy copy)
    {
        var account = new AlertAccount(new OutcomeCounters(), TestCopies.Origin());
        copy = TestCopies.Create(account: account);
        return account;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private bool TryFold(byte[] key, double at, params Route[] routes)
        => _coalescer.TryFold(
            key,
            routes,
            TestCopies.Origin().Level,
            Seconds(at),
            DateTimeOffset.UnixEpoch,
            refused: 0,
            tracker: null,
            out _);
}
