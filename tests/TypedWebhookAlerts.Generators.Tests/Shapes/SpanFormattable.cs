using System;
using System.Numerics;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A
{
    private abstract class Money : ISpanFormattable
    {
        public Point? Place { get; }
        public abstract bool TryFormat(Span<char> room, out int written, ReadOnlySpan<char> f, IFormatProvider? p);
        public abstract string ToString(string? format, IFormatProvider? provider);
    }

    private readonly struct Point : ISpanFormattable
    {
        public bool TryFormat(Span<char> room, out int written, ReadOnlySpan<char> f, IFormatProvider? p)
            => throw new NotSupportedException();

        public string ToString(string? format, IFormatProvider? provider) => "";
    }

    [WebhookAlert(LogLevel.Error, "{money:C}|{noMoney}|{point}|{noPoint:X}|{version:3}|{big}|{face}|{money.Place:Y}")]
    private partial void X(
        Money money, Money? noMoney, in Point point, Point? noPoint, Version? version, BigInteger big,
        ISpanFormattable? face);

    [WebhookAlert(LogLevel.Error, "{a}|{b}|{c}|{d:D}|{e}")]
    private partial void Generic<T, TNullable, TStruct, TEnum, TNumber>(
        T a, TNullable? b, TStruct? c, TEnum d, TNumber e)
        where T : ISpanFormattable
        where TNullable : ISpanFormattable?
        where TStruct : struct, ISpanFormattable
        where TEnum : struct, Enum
        where TNumber : INumber<TNumber>;

    private void Use(Money money) => X(money, null, default, null, null, default, null);
}
