using System.Diagnostics;
using System.Reflection;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class AllocationTests
{
    private const int Calls = 1000;
    private const ulong Id = 123456789;

    /// <summary>Only ends a test that would hang: nothing is measured by it.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    private static readonly string s_text = new('x', 200);
    private static readonly byte[] s_longUtf8 = Enumerable.Repeat((byte)'x', 100_000).ToArray();
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
        states.Get(limited).TrySpend(out _);
        AssertAllocatesNothing(() =>
        {
            var state = states.Get(limited);
            if (!state.IsEnabled || state.TrySpend(out _))
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

    [Fact]
    public void AStructWhoseTypeIsKnownToFormatItselfIsNotBoxedEvenWhereNothingIsOptimized()
    {
        Point? present = new Point(1, 2);
        Point? missing = null;
        AssertAllocatesNothing(() =>
        {
            using var scratch = AlertScratch.Rent();
            return scratch.FormatSpan(new Point(1, 2), "g").Value.Length == 6
                && scratch.FormatSpan(present).Value.Length == 6
                && scratch.FormatSpan(missing).IsNull;
        });
    }

    [Fact]
    public void ListsOfStructsAndOfStringsAllocateNothing()
    {
        var points = new Point[] { new(1, 2), new(3, 4) };
        var numbers = new List<int>(Enumerable.Range(0, 20));
        var texts = new string?[] { "one", null, "three" };
        var days = new List<DayOfWeek> { DayOfWeek.Monday };
        AssertAllocatesNothingOnceOptimized(() =>
        {
            using var scratch = AlertScratch.Rent();
            return scratch.List(points).Value.Length == 14
                && scratch.List(points.AsSpan()[1..]).Value.Length == 6
                && scratch.List(numbers, maxItems: 3, "00").Value is "00, 01, 02, … 17 more"
                && scratch.List(texts).Value is "one, (null), three"
                && scratch.List(days).Value is "Monday";
        });
    }

    [Fact]
    public void AUtf8TextAllocatesNothing()
        => AssertAllocatesNothing(() =>
        {
            var text = "Größe 🚨 \xff"u8;
            var size = AlertWriter.SizeOf(text) + AlertWriter.SizeOf(s_longUtf8);
            if (_ring.TryClaim(Alerts.Plain.Id, size, false, 0, out var writer) != ClaimResult.Claimed)
            {
                return false;
            }

            writer.Write(text);
            writer.Write(s_longUtf8);
            writer.Commit();
            if (!_ring.TryRead(out var record))
            {
                return false;
            }

            var reader = record.CreateReader();
            var isRead = reader.ReadText().Value.StartsWith("Größe 🚨") && reader.ReadText().IsCut;
            _ring.Release(record);
            return isRead;
        });

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

    /// <summary>The framework's generic code over a user's type is compiled here, first without optimization; when
    /// the runtime compiles it again is its own affair.</summary>
    private static void AssertAllocatesNothingOnceOptimized(Func<bool> call)
    {
        SpinWait.SpinUntil(() => Allocations.Least(() => CountTrue(call)) == 0, s_watchdog);
        AssertAllocatesNothing(call);
    }

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
