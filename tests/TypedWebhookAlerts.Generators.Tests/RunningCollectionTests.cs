using System.Collections.Immutable;
using System.Text;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code on what holds many values: collections, spans, UTF-8 text.</summary>
public sealed class RunningCollectionTests
{
    private static readonly int[] s_numbers = [10, 11, 12, 13, 14];

    [Fact]
    public void ItemsAreShownInTheHolesFormatAndTheRestIsCounted()
    {
        var alerts = RunningAlerts.Of("""
            using System.Collections.Generic;
            using System.Collections.Immutable;

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{array:X2}|{list}|{some:N1}|{map}|{set}|{fixedOnes}|{missing}|{grid}")]
                public static partial void X(
                    [AlertList(MaxItems = 3)] int[] array, List<string?> list, IEnumerable<double> some,
                    Dictionary<string, int> map, [AlertList(MaxItems = 1)] HashSet<int> set,
                    ImmutableArray<int> fixedOnes, ImmutableArray<int>? missing, int[,] grid);
            }
            """);

        var alert = alerts.Raise(
            "X",
            s_numbers,
            new List<string?> { "a", null },
            Enumerable.Range(0, 2).Select(i => i + 0.25),
            new Dictionary<string, int> { ["k"] = 1 },
            new HashSet<int> { 1, 2 },
            ImmutableArray.Create(7, 8),
            null,
            new[,] { { 1, 2 }, { 3, 4 } })!;

        Assert.Equal(
            "0A, 0B, 0C, … 2 more|a, (null)|0.2, 1.2|[k, 1]|1, … 1 more|7, 8|(null)|1, 2, 3, 4",
            alert.Description);
        Assert.Equal("a, (null)", alert.Values["list"]);
    }

    /// <summary>Asked for their items, these throw.</summary>
    [Fact]
    public void ADefaultStructIsAnEmptyCollection()
    {
        var alerts = RunningAlerts.Of("""
            using System.Collections.Immutable;

            public class Order
            {
                public ImmutableArray<string> Items { get; set; }
                public ArraySegment<string> Rest { get; set; }
            }

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}|{b}|{c}|{d}|{order.Items}|{order.Rest}")]
                public static partial void X(
                    ImmutableArray<int> a, ArraySegment<int> b, ImmutableArray<int>? c, ArraySegment<int>? d,
                    Order? order);
            }
            """);
        var order = Activator.CreateInstance(alerts.TypeOf("Order"));
        ArraySegment<int> part = new(s_numbers, 1, 2);

        Assert.Equal(
            "(none)|(none)|(none)|(none)|(none)|(none)",
            alerts.Raise(
                "X", default(ImmutableArray<int>), default(ArraySegment<int>), default(ImmutableArray<int>),
                default(ArraySegment<int>), order)!.Description);
        Assert.Equal(
            "1|11, 12|(null)|11, 12|(null)|(null)",
            alerts.Raise("X", ImmutableArray.Create(1), part, null, part, null)!.Description);
    }

    [Fact]
    public void NothingAndNoneAreToldApart()
    {
        var alerts = RunningAlerts.Of("""
            using System.Collections.Generic;
            using System.Collections.Immutable;

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}|{b}|{c}|{d}|{e}|{f}")]
                public static partial void X(
                    int[]? a, int[] b, List<int>? c, IEnumerable<int>? d, ImmutableArray<int> e, IReadOnlyList<int> f);
            }
            """);

        var alert = alerts.Raise(
            "X", null, Array.Empty<int>(), null, null, default(ImmutableArray<int>), new List<int>())!;

        Assert.Equal("(null)|(none)|(null)|(null)|(none)|(none)", alert.Description);
    }

    [Fact]
    public void ADottedHoleMayEndInACollectionAndIsNullWhereItIsMissing()
    {
        var alerts = RunningAlerts.Of("""
            using System.Collections.Generic;
            using System.Collections.Immutable;

            public class Order
            {
                public List<string> Lines = ["a", "b", "c"];
                public ImmutableArray<int> Numbers = [1, 2];
            }

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{order.Lines}|{order.Numbers:X2}")]
                public static partial void X([AlertList(MaxItems = 2)] Order? order);
            }
            """);

        Assert.Equal(
            "a, b, … 1 more|01, 02",
            alerts.Raise("X", Activator.CreateInstance(alerts.TypeOf("Order")))!.Description);
        Assert.Equal("(null)|(null)", alerts.Raise("X", [null])!.Description);
    }

    [Fact]
    public void ACollectionWithATextOfItsOwnIsShownByIt()
    {
        var alerts = RunningAlerts.Of("""
            public record Pair(int Left, int Right) : System.Collections.IEnumerable
            {
                public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
            }

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{pair}")]
                public static partial void X(Pair pair);
            }
            """);

        var alert = alerts.Raise("X", Activator.CreateInstance(alerts.TypeOf("Pair"), 1, 2))!;

        Assert.Equal("Pair { Left = 1, Right = 2 }", alert.Description);
    }

    [Fact]
    public void SpansAndParamsAreShownItemByItem()
    {
        var alerts = RunningAlerts.Of("""
            using System.Collections.Generic;

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{room}|{rest:D2}")]
                private static partial void Span(Span<TimeSpan> room, params ReadOnlySpan<int> rest);

                [WebhookAlert(LogLevel.Error, "{rest}")]
                private static partial void Generic<T>(params IReadOnlyList<T> rest);

                [WebhookAlert(LogLevel.Error, "{rest}")]
                private static partial void Constrained<T>(T rest) where T : struct, IEnumerable<string>;

                private readonly struct Words : IEnumerable<string>
                {
                    public IEnumerator<string> GetEnumerator() { yield return "x"; yield return "y"; }
                    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
                }

                public static void Use()
                {
                    Span([TimeSpan.Zero, TimeSpan.FromHours(1)], 1, 2);
                    Generic("a", "b");
                    Constrained(default(Words));
                }
            }
            """);
        var probe = new ProbePipeline();

        alerts.Call(probe, "Use");

        Assert.Equal("00:00:00, 01:00:00|01, 02", probe.Take()!.Description);
        Assert.Equal("a, b", probe.Take()!.Description);
        Assert.Equal("x, y", probe.Take()!.Description);
    }

    [Fact]
    public void AnEnumerationThatThrowsIsRaisedInsteadOfEscaping()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{items}")]
                public static partial bool X(System.Collections.Generic.IEnumerable<int> items);
            }
            """);
        var probe = new ProbePipeline();

        Assert.Equal(true, alerts.Call(probe, "X", Enumerable.Range(0, 3).Select(i => 1 / (i - 1))));

        Assert.IsType<DivideByZeroException>(probe.Unreadable);
        Assert.Null(probe.Take());
    }

    [Fact]
    public void BytesAreUtf8TextAndWhatIsNoneIsReplaced()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{text}|{room}|{empty}|{broken}")]
                private static partial void X(
                    scoped ReadOnlySpan<byte> text, Span<byte> room, ReadOnlySpan<byte> empty,
                    ReadOnlySpan<byte> broken);

                public static void Use(byte[] broken) => X("Größe 🚨"u8, [(byte)'a'], default, broken);
            }
            """);
        var probe = new ProbePipeline();
        byte[] broken = [(byte)'<', 0xFF, 0xE2, 0x82, (byte)'>'];

        alerts.Call(probe, "Use", broken);

        Assert.Equal($"Größe 🚨|a||{Encoding.UTF8.GetString(broken)}", probe.Take()!.Description);
    }

    [Fact]
    public void WhatWritesItselfIntoASpanIsShownInItsFormat()
    {
        var alerts = RunningAlerts.Of("""
            public readonly struct Money(decimal amount) : ISpanFormattable
            {
                public bool TryFormat(Span<char> room, out int written, ReadOnlySpan<char> f, IFormatProvider? p)
                    => room.TryWrite(p, $"{amount}{f}", out written);

                public string ToString(string? format, IFormatProvider? provider) => throw new NotSupportedException();
            }

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{one:EUR}|{none}|{version}|{noVersion}|{two: CHF}")]
                private static partial void X<T>(Money one, Money? none, Version version, Version? noVersion, T? two)
                    where T : struct, ISpanFormattable;

                public static void Use() => X<Money>(new(1.5m), null, new Version(1, 2, 3), null, new Money(2));
            }
            """);
        var probe = new ProbePipeline();

        alerts.Call(probe, "Use");

        Assert.Equal("1.5EUR|(null)|1.2.3|(null)|2 CHF", probe.Take()!.Description);
    }
}
