using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A<T>
{
    private sealed class Names : List<string>;

    private sealed class Twofold : List<int>, IEnumerable<string>
    {
        IEnumerator<string> IEnumerable<string>.GetEnumerator() => throw new NotSupportedException();
    }

    private struct Lines : IEnumerable<decimal>
    {
        public readonly IEnumerator<decimal> GetEnumerator() => throw new NotSupportedException();
        readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed record Order(ImmutableArray<decimal> Prices, string?[]? Notes, Lines Lines);

    [WebhookAlert(LogLevel.Error, "{array:N2}|{array}|{list}|{names}|{twofold}|{lines}|{noLines}|{table}")]
    private partial void Classes(
        [AlertList(MaxItems = 3)] double[] array, List<T?>? list, Names names, Twofold twofold, Lines lines,
        Lines? noLines, int[,] table);

    [WebhookAlert(LogLevel.Error, "{untyped}|{some}|{readOnly}|{map}|{set}|{dynamics}|{nested}")]
    private partial void Interfaces(
        IEnumerable untyped, IEnumerable<int?> some, IReadOnlyList<string?> readOnly, Dictionary<string, object?> map,
        ISet<T> set, IEnumerable<dynamic> dynamics, IReadOnlyCollection<int[]> nested);

    [WebhookAlert(LogLevel.Error, "{fixedOnes}|{missing}|{part}|{room}|{words}")]
    private partial void StructsAndSpans(
        ImmutableArray<T> fixedOnes, ImmutableArray<int>? missing, ReadOnlySpan<Guid> part, scoped Span<T> room,
        Memory<char> words);

    [WebhookAlert(LogLevel.Error, "{order.Prices:C}|{order.Notes}|{order.Lines}")]
    private partial void Dotted([AlertList(MaxItems = 100)] Order order);

    [WebhookAlert(LogLevel.Error, "{any}|{maybe}|{own}")]
    private partial void Generic<TAny, TMaybe, TOwn>(TAny any, TMaybe? maybe, TOwn own)
        where TAny : IEnumerable<T>
        where TMaybe : struct, IReadOnlyList<T>
        where TOwn : List<int>;

    private void Use()
        => Dotted(new Order([], null, default));
}
