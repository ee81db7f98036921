using System.Diagnostics;
using System.Reflection;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class AllocationTests
{
    private const int Calls = 1000;
    private const ulong Id = 123456789;

    private static readonly string s_text = new('x', 200);
    private static readonly Exception s_exception = new InvalidOperationException();

    // Only optimized code casts a struct to its interface without a box: the library that people install is.
    private static readonly int s_box = IsOptimized ? 0 : 24;

    private readonly AlertRingBuffer _ring = new(1 << 20, new WakeUp());

    [Fact]
    public void AnAcceptedCallAllocatesNothing()
        => AssertAllocatesNothing(() =>
        {
            if (Raise() != ClaimResult.Claimed || !_ring.TryRead(out var record))
            {
                return false;
            }

            var reader = record.CreateReader();
            var isRead = reader.ReadText().Value.Length == s_text.Length && reader.Read<ulong>() == Id;
            _ring.Release(record);
            return isRead;
        });

    [Fact]
    public void ACallRefusedByAFullRingAllocatesNothing()
    {
        // Until the last bytes are left, which are for Critical only.
        var result = Raise();
        while (result == ClaimResult.Claimed)
        {
            result = Raise();
        }

        AssertAllocatesNothing(() => Raise() == ClaimResult.Full);
    }

    [Fact]
    public void ACallRefusedByAClosedRingAllocatesNothing()
    {
        _ring.Close();
        AssertAllocatesNothing(() => Raise() == ClaimResult.Closed);
    }

    [Fact]
    public void ATooLargeCallAllocatesNothing()
        => AssertAllocatesNothing(
            () => _ring.TryClaim(Alerts.Plain.Id, 1 << 20, false, 0, out _) == ClaimResult.TooLarge);

    [Fact]
    public void TheStateOfAKnownAlertAllocatesNothing()
    {
        var states = new AlertStates();
        var limited = Alerts.Describe("Limited", maxPerMinute: 1);
        states.Get(limited).TrySpend();
        AssertAllocatesNothing(() =>
        {
            var state = states.Get(limited);
            if (!state.IsEnabled || state.TrySpend())
            {
                return false;
            }

            state.Refuse(RefusalReason.RateLimited);
            return true;
        });
    }

    [Fact]
    public void RenderingAUsersStructAllocatesNothing()
        => AssertAllocates(2 * s_box, () =>
        {
            using var scratch = AlertScratch.Rent();
            var size = AlertWriter.SizeOf(scratch.Format(new Point(1, 2), "g"));
            size += AlertWriter.SizeOf(scratch.Format(new Point(3, 4)));
            return size == 2 * (sizeof(int) + (6 * sizeof(char)));
        });

    [Fact]
    public void RenderingAUsersStructThatMayBeMissingAllocatesNothing()
    {
        Point? present = new Point(1, 2);
        Point? missing = null;
        AssertAllocates(s_box, () =>
        {
            using var scratch = AlertScratch.Rent();
            return scratch.Format(present).Value.Length == 6 && scratch.Format(missing).IsNull;
        });
    }

    private static bool IsOptimized
        => typeof(AlertScratch).Assembly.GetCustomAttribute<DebuggableAttribute>()
            is not { IsJITOptimizerDisabled: true };

    private ClaimResult Raise()
    {
        var size = AlertWriter.SizeOf(s_text) + sizeof(ulong) + AlertWriter.SizeOfNullable<int>()
            + AlertWriter.ReferenceSize;
        var result = _ring.TryClaim(Alerts.WithException.Id, size, false, 0, out var writer);
        if (result == ClaimResult.Claimed)
        {
            writer.Write(s_text);
            writer.Write(Id);
            writer.WriteNullable<int>(null);
            writer.EndKey();
            writer.WriteReference(s_exception);
            writer.Commit();
        }

        return result;
    }

    private static void AssertAllocatesNothing(Func<bool> call) => AssertAllocates(0, call);

    private static void AssertAllocates(int bytes, Func<bool> call)
    {
        var count = CountTrue(call);
        Assert.Equal(Calls * bytes, Allocations.Least(() => count += CountTrue(call)));
        Assert.Equal(0, count % Calls);
    }

    private static int CountTrue(Func<bool> call)
    {
        var count = 0;
        for (var i = 0; i < Calls; i++)
        {
            count += call() ? 1 : 0;
        }

        return count;
    }

    private readonly record struct Point(int X, int Y) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
            => destination.TryWrite(provider, $"({X}, {Y})", out charsWritten);

        public string ToString(string? format, IFormatProvider? formatProvider) => $"({X}, {Y})";
    }
}
