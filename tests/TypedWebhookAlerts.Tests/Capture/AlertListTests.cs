using System.Collections;
using System.Globalization;
using CsCheck;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class AlertListTests
{
    private const int Cap = CapturedText.Cap;

    /// <summary>The longest word on the rest, for which room is kept: ", … 2147483647 more".</summary>
    private const int Note = 19;

    private static readonly Gen<string?> s_item = Gen.OneOf(
        Gen.String[0, 12], Gen.String[0, 12], Gen.String[200, 5000], Gen.Const("")).Null();

    [Fact]
    public void ItemsAreJoinedAndTheRestIsCounted()
    {
        using var scratch = AlertScratch.Rent();
        Assert.Equal("1, 2, 3", scratch.List((int[])[1, 2, 3]).Value);
        Assert.Equal("01, 02, … 14 more", scratch.List(Enumerable.Range(1, 16).ToArray(), maxItems: 2, "00").Value);
        Assert.Equal("1, 2, … more", scratch.List(Endless(), maxItems: 2).Value);
        Assert.Equal("a, (null), b", scratch.List(new List<string?> { "a", null, "b" }).Value);
        Assert.Equal("7, (null)", scratch.List((int?[])[7, null]).Value);
        Assert.Equal("Monday, 17", scratch.List((DayOfWeek[])[DayOfWeek.Monday, (DayOfWeek)17]).Value);
        Assert.Equal("1, x, (null)", scratch.List(new ArrayList { 1, "x", null }).Value);
    }

    [Fact]
    public void NoListAndNoItemsAreTold()
    {
        using var scratch = AlertScratch.Rent();
        Assert.True(scratch.List((int[]?)null).IsNull);
        Assert.True(scratch.List((List<int>?)null).IsNull);
        Assert.True(scratch.List((IEnumerable<int>?)null).IsNull);
        Assert.True(scratch.List((IEnumerable?)null).IsNull);
        Assert.Equal("(none)", scratch.List(Array.Empty<int>()).Value);
        Assert.Equal("(none)", scratch.List(ReadOnlySpan<string>.Empty).Value);
        Assert.Equal("(none)", scratch.List(Enumerable.Empty<Version>().Where(_ => true)).Value);
        Assert.Equal("(none)", scratch.List((IEnumerable)new ArrayList()).Value);
    }

    [Theory]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 1)]
    [InlineData(100, 100)]
    [InlineData(int.MaxValue, 100)]
    public void TheBoundIsOneToAHundred(int maxItems, int shown)
    {
        using var scratch = AlertScratch.Rent();
        var text = scratch.List(new int[1000], maxItems).Value.ToString();
        Assert.Equal($"{string.Join(", ", new int[shown])}, … {1000 - shown} more", text);
    }

    [Fact]
    public void WhateverTheItemsEveryKindOfListShowsThemAsTheModel()
        => Gen.Select(s_item.Array[0, 130], Gen.Int[-1, 110]).Hold(
            (items, maxItems) =>
            {
                using var scratch = AlertScratch.Rent();
                var before = scratch.Format(1);
                var counted = Model(items, maxItems, isCounted: true);
                Assert.Equal(counted, scratch.List(items, maxItems).Value);
                Assert.Equal(counted, scratch.List(items.AsSpan(), maxItems).Value);
                Assert.Equal(counted, scratch.List(items.ToList(), maxItems).Value);
                Assert.Equal(counted, scratch.List(items.Select(item => new Box(item)).ToHashSet(), maxItems).Value);
                Assert.Equal(counted, scratch.List((IEnumerable)new ArrayList(items), maxItems).Value);
                var structs = Array.ConvertAll(items, item => new Padded(item ?? "(null)"));
                Assert.Equal(counted, scratch.List(structs, maxItems).Value);
                var uncounted = Model(items, maxItems, isCounted: false);
                Assert.Equal(uncounted, scratch.List(Iterate(items), maxItems).Value);
                Assert.Equal(uncounted, scratch.List((IEnumerable)Iterate(items), maxItems).Value);
                Assert.Equal("1", before.Value);
                Assert.Equal("2", scratch.Format(2).Value);
            },
            count: 500);

    [Fact]
    public void NumbersOfAnyFormatAreShownAsTheFrameworkFormatsThem()
        => Gen.Select(Gen.Double.Array[0, 20], Gen.OneOfConst(null, "", "R", "E3", "N200", "#,##0.0")).Hold(
            (items, format) =>
            {
                using var scratch = AlertScratch.Rent();
                var texts = items.Select(item => item.ToString(format, CultureInfo.InvariantCulture)).ToArray();
                Assert.Equal(Model(texts, 10, isCounted: true), scratch.List(items, format: format).Value);
            },
            count: 500);

    [Fact]
    public void ACountThatLiesOrThrowsIsAskedOnlyWhereItIsShown()
    {
        using var scratch = AlertScratch.Rent();
        Assert.Equal("1, 2", scratch.List(new Lying(() => throw new NotSupportedException())).Value);
        Assert.Equal("1, … more", scratch.List(new Lying(() => -5), maxItems: 1).Value);
    }

    [Fact]
    public void WhatAnEnumerableThrowsIsThrownAndTheRoomIsGivenBack()
    {
        for (var i = 0; i < 50; i++)
        {
            using var scratch = AlertScratch.Rent();
            var isDisposed = false;
            var thrown = false;
            try
            {
                scratch.List(Failing(() => isDisposed = true));
            }
            catch (InvalidOperationException)
            {
                thrown = true;
            }

            Assert.True(thrown && isDisposed);
            Assert.Equal("1, 2", scratch.List((int[])[1, 2]).Value);
        }
    }

    [Fact]
    public void AnItemThatItselfRendersListsTakesTheRoomAbove()
    {
        using var scratch = AlertScratch.Rent();
        Assert.Equal("<<<x, y>, y>, y>, z", scratch.List(new object[] { new Nested(3), "z" }).Value);
        Assert.Equal("<<<x, y>, y>, y>, <x, y>", scratch.List((Nested[])[new(3), new(1)]).Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4097)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void AnItemThatClaimsMoreThanItWroteShowsNothingElse(int written)
    {
        using var scratch = AlertScratch.Rent();
        var thrown = 0;
        foreach (var isBoxed in (bool[])[true, false])
        {
            try
            {
                var item = new Miscounting(written);
                _ = isBoxed ? scratch.List(new object[] { item }) : scratch.List((Miscounting[])[item]);
            }
            catch (ArgumentOutOfRangeException)
            {
                thrown++;
            }
        }

        Assert.Equal(2, thrown);
        Assert.Equal("1", scratch.Format(1).Value);
    }

    private static string Model(string?[] items, int maxItems, bool isCounted)
    {
        var texts = items.Take(Math.Clamp(maxItems, 1, 100)).Select(item => item ?? "(null)").ToList();
        while (string.Join(", ", texts).Length > Cap)
        {
            texts.RemoveAt(texts.Count - 1);
        }

        if (texts.Count == items.Length)
        {
            return texts.Count == 0 ? "(none)" : string.Join(", ", texts);
        }

        while (string.Join(", ", texts).Length > Cap - Note)
        {
            texts.RemoveAt(texts.Count - 1);
        }

        return string.Join(", ", [.. texts, isCounted ? $"… {items.Length - texts.Count} more" : "… more"]);
    }

    private static IEnumerable<int> Endless()
    {
        for (var i = 1; ; i++)
        {
            yield return i;
        }
    }

    private static IEnumerable<T> Iterate<T>(T[] items)
    {
        foreach (var item in items)
        {
            yield return item;
        }
    }

    private static IEnumerable<int> Failing(Action dispose)
    {
        try
        {
            yield return 1;
            throw new InvalidOperationException();
        }
        finally
        {
            dispose();
        }
    }

    /// <summary>Equal to nothing but itself, so that a set holds each.</summary>
    private sealed class Box(string? text)
    {
        public override string? ToString() => text;
    }

    private sealed class Lying(Func<int> count) : ICollection<int>
    {
        public int Count => count();

        public bool IsReadOnly => true;

        public void Add(int item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Contains(int item) => throw new NotSupportedException();

        public void CopyTo(int[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(int item) => throw new NotSupportedException();

        public IEnumerator<int> GetEnumerator() => Iterate([1, 2]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>A struct that formats itself, and says where there is no room for it.</summary>
    private readonly record struct Padded(string Text) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = Text.Length;
            return Text.TryCopyTo(destination);
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => Text;
    }

    private readonly record struct Nested(int Depth) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            using var scratch = AlertScratch.Rent();
            var inner = Depth == 1
                ? scratch.List((string[])["x", "y"])
                : scratch.List(new object[] { new Nested(Depth - 1), "y" });
            charsWritten = inner.Value.Length + 2;
            destination[0] = '<';
            inner.Value.CopyTo(destination[1..]);
            destination[charsWritten - 1] = '>';
            return true;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new NotSupportedException();
    }

    private readonly struct Miscounting(int count) : ISpanFormattable
    {
        public bool TryFormat(
            Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = count;
            return true;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new NotSupportedException();
    }
}
