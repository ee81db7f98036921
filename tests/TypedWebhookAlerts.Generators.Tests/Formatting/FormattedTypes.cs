using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using CsCheck;

namespace TypedWebhookAlerts.Generators.Tests.Formatting;

/// <summary>Every kind of value that string.Format and an alert must show alike.</summary>
internal static class FormattedTypes
{
    /// <summary>What the compiled alerts bring along.</summary>
    public const string Source = """
        public readonly struct SpanStruct(string text) : ISpanFormattable
        {
            public bool TryFormat(Span<char> room, out int written, ReadOnlySpan<char> format, IFormatProvider? by)
            {
                var shown = ToString(format.ToString(), by);
                written = shown.Length;
                return shown.AsSpan().TryCopyTo(room);
            }

            public string ToString(string? format, IFormatProvider? provider)
                => $"<{text}|{format}|{provider == System.Globalization.CultureInfo.InvariantCulture}>";
        }

        public sealed class SpanClass(string text) : ISpanFormattable
        {
            public bool TryFormat(Span<char> room, out int written, ReadOnlySpan<char> format, IFormatProvider? by)
                => new SpanStruct(text).TryFormat(room, out written, format, by);

            public string ToString(string? format, IFormatProvider? provider)
                => new SpanStruct(text).ToString(format, provider);
        }

        public sealed class FormattableClass(string text) : IFormattable
        {
            public string ToString(string? format, IFormatProvider? provider) => $"[{text}|{format}|{provider}]";
        }

        public struct FormattableStruct(string text) : IFormattable
        {
            public string ToString(string? format, IFormatProvider? provider) => $"[{text}|{format}|{provider}]";
        }

        public sealed class PlainClass(string text) { public override string ToString() => text; }
        public readonly struct PlainStruct(string text) { public override string ToString() => text; }
        public sealed record PlainRecord(string Text);

        public enum OfSByte : sbyte { Least = sbyte.MinValue, MinusOne = -1, Zero = 0, Zwei = 2, Two = 2 }
        public enum OfByte : byte { One = 1, Two = 2, Eins = 1, Most = byte.MaxValue }
        public enum OfShort : short { Least = short.MinValue, A = 1, B = 4 }
        public enum OfUShort : ushort { A, B, C = 8, Most = ushort.MaxValue }
        public enum OfInt { Least = int.MinValue, @class = 3, B, Most = int.MaxValue }
        public enum OfUInt : uint { A = 1, Most = uint.MaxValue }
        public enum OfLong : long { Least = long.MinValue, A = 0, Most = long.MaxValue }
        public enum OfULong : ulong { A = 2, Most = ulong.MaxValue }
        public enum OfNothing { }

        [Flags] public enum FlagsOfSByte : sbyte { None, A = 1, B = 2, AB = 3, Sign = sbyte.MinValue }
        [Flags] public enum FlagsOfByte : byte { A = 1, B = 2, C = 4, BC = 6, All = 255 }
        [Flags] public enum FlagsOfShort : short { None = 0, A = 1, B = 2, Sign = short.MinValue }
        [Flags] public enum FlagsOfUShort : ushort { A = 1, High = 0x8000 }
        [Flags] public enum FlagsOfInt { None, A = 1, B = 2, C = 4, All = -1 }
        [Flags] public enum FlagsOfUInt : uint { A = 1, B = 16, High = 0x80000000 }
        [Flags] public enum FlagsOfLong : long { Zero, A = 1, B = 2, Sign = long.MinValue }
        [Flags] public enum FlagsOfULong : ulong { A = 1, B = 2, High = 1UL << 63 }
        """;

    private static readonly string[] s_integers =
    [
        "", "G", "N0", "N2", "X", "x8", "D3", "E2", "F1", "P0", "C", "B8", "0.00", "#,##0;(#,##0);'zero'",
        "0\\年'🚨'", "N300",
    ];

    private static readonly string[] s_reals =
        ["", "G", "R", "N3", "E4", "F2", "P1", "C", "0.###E+0", "#,#.##;neg #.#;'nought'", "0.0'\uD800'", "F300"];

    private static readonly string[] s_moments =
    [
        "", "o", "s", "u", "R", "D", "f", "g", "%d", "yyyy-MM-dd HH:mm:ss.fffffff", "dddd, d. MMMM tt", "\\d\"q\"",
        "yyyy'年'\\月MM🚨",
    ];

    private static readonly Gen<string> s_texts = Gen.OneOf(
        Gen.OneOfConst(
            "", " ", "a\"b\\c\n{d}", "\0", "🚨", "\uD83D", "\uDEA8", "\r\n", "\u202Eabc\u2028", "*_~`|<@1>", "**",
            new string('x', 500)),
        Gen.String);

    /// <summary>Every type, and every value type as one that may be missing.</summary>
    public static IReadOnlyList<FormattedType> All { get; } = [.. Values(), .. Values().Select(type => type.OrNull()),
        .. References().Select(type => type.OrNull())];

    private static FormattedType[] Values() => [.. Numbers(), .. Others(), .. Enums()];

    private static FormattedType[] Numbers()
        =>
        [
            FormattedType.Of("sbyte", s_integers, Gen.SByte, sbyte.MinValue, (sbyte)0),
            FormattedType.Of("byte", s_integers, Gen.Byte, byte.MaxValue, (byte)0),
            FormattedType.Of("short", s_integers, Gen.Short, short.MinValue),
            FormattedType.Of("ushort", s_integers, Gen.UShort, ushort.MaxValue),
            FormattedType.Of("int", s_integers, Gen.Int, int.MinValue, 0),
            FormattedType.Of("uint", s_integers, Gen.UInt, uint.MaxValue),
            FormattedType.Of("long", s_integers, Gen.Long, long.MinValue, 0),
            FormattedType.Of("ulong", s_integers, Gen.ULong, ulong.MaxValue),
            FormattedType.Of("nint", s_integers, Gen.Long.Select(value => (nint)value)),
            FormattedType.Of("nuint", s_integers, Gen.ULong.Select(value => (nuint)value)),
            FormattedType.Of(
                "Int128", s_integers, Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new Int128(high, low)),
                Int128.MinValue, 0),
            FormattedType.Of(
                "UInt128", s_integers, Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new UInt128(high, low)),
                UInt128.MaxValue),
            FormattedType.Of(
                "Half", s_reals, Gen.Float.Select(value => (Half)value), Half.NaN, Half.NegativeInfinity,
                Half.NegativeZero, Half.Epsilon),
            FormattedType.Of(
                "float", s_reals, Gen.Float, float.NaN, float.PositiveInfinity, float.NegativeZero, float.Epsilon,
                float.MaxValue, 0.1f),
            FormattedType.Of(
                "double", s_reals, Gen.Double, double.NaN, double.NegativeInfinity, double.PositiveInfinity,
                double.NegativeZero, double.Epsilon, double.MaxValue, 0.1),
            FormattedType.Of(
                "decimal", ["", "G", "N3", "E4", "F2", "P1", "C", "0.00;(0.00)", "0'🚨'"], Gen.Decimal,
                decimal.MinValue, 1.000m, -0.0m),
            FormattedType.Of(
                "BigInteger", ["", "X", "N0", "D5", "R", "E3"], Gen.Long.Select(value => (BigInteger)value),
                BigInteger.Pow(10, 400)),
            FormattedType.Of(
                "Complex", ["", "F2"], Gen.Select(Gen.Double, Gen.Double, (re, im) => new Complex(re, im))),
        ];

    private static FormattedType[] Others()
        =>
        [
            FormattedType.Of("bool", ["", "x"], Gen.Bool),
            FormattedType.Of("char", ["", "x"], Gen.Char, '\0', '{', '"', '\uD83D', '\uDEA8', '\u2028', '\uFFFF'),
            FormattedType.Of(
                "DateTime",
                s_moments,
                Gen.Select(Gen.DateTime, Gen.Enum<DateTimeKind>(), DateTime.SpecifyKind),
                DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch),
            FormattedType.Of(
                "DateTimeOffset",
                [.. s_moments, "yyyy zzz", "%K"],
                Gen.Select(
                    Gen.Long[DateTime.UnixEpoch.Ticks, new DateTime(2100, 1, 1).Ticks],
                    Gen.Int[-14 * 60, 14 * 60],
                    (ticks, offset) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset))),
                DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
            FormattedType.Of(
                "DateOnly", ["", "o", "R", "D", "d", "MMMM dd", "yyyy'年'\\月🚨"],
                Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber)),
            FormattedType.Of(
                "TimeOnly", ["", "o", "R", "t", "T", "HH:mm:ss.fffffff", "hh\\:mm tt", "HH'時🚨'"],
                Gen.Long[0, TimeOnly.MaxValue.Ticks].Select(ticks => new TimeOnly(ticks))),
            FormattedType.Of(
                "TimeSpan", ["", "c", "g", "G", "d\\.hh\\:mm", "%s", "'🚨'hh\\年ss"], Gen.TimeSpan,
                TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero),
            FormattedType.Of("Guid", ["", "N", "D", "B", "P", "X"], Gen.Guid, Guid.Empty),
            FormattedType.Of("Rune", ["", "x"], Gen.OneOfConst(new Rune('a'), new Rune(0x1F6A8), new Rune('}'))),
            FormattedType.Of("(int, string?)", ["", "x"], Gen.Select(Gen.Int, s_texts, (a, b) => (a, b))),
            FormattedType.OfUser("SpanStruct", s_texts),
            FormattedType.OfUser("FormattableStruct", s_texts),
            FormattedType.OfUser("PlainStruct", s_texts),
        ];

    private static FormattedType[] Enums()
        =>
        [
            FormattedType.Of("DayOfWeek", ["", "D", "X", "F"], Gen.Int[-1, 8].Select(day => (DayOfWeek)day)),
            FormattedType.Of(
                "NumberStyles", ["", "G", "D", "x"], Gen.Int[-1, 2048].Select(styles => (NumberStyles)styles)),
            FormattedType.OfEnum("OfSByte", Gen.OneOf(Gen.SByte[-2, 3], Gen.OneOfConst(sbyte.MinValue))),
            FormattedType.OfEnum("OfByte", Gen.OneOf(Gen.Byte[0, 3], Gen.OneOfConst(byte.MaxValue))),
            FormattedType.OfEnum("OfShort", Gen.OneOf(Gen.Short[-2, 5], Gen.OneOfConst(short.MinValue))),
            FormattedType.OfEnum("OfUShort", Gen.OneOf(Gen.UShort[0, 9], Gen.OneOfConst(ushort.MaxValue))),
            FormattedType.OfEnum("OfInt", Gen.OneOf(Gen.Int[-1, 5], Gen.OneOfConst(int.MinValue, int.MaxValue))),
            FormattedType.OfEnum("OfUInt", Gen.OneOf(Gen.UInt[0, 2], Gen.OneOfConst(uint.MaxValue))),
            FormattedType.OfEnum("OfLong", Gen.OneOf(Gen.Long[-1, 1], Gen.OneOfConst(long.MinValue, long.MaxValue))),
            FormattedType.OfEnum("OfULong", Gen.OneOf(Gen.ULong[0, 3], Gen.OneOfConst(ulong.MaxValue))),
            FormattedType.OfEnum("OfNothing", Gen.Int[-1, 1]),
            FormattedType.OfEnum("FlagsOfSByte", Gen.SByte),
            FormattedType.OfEnum("FlagsOfByte", Gen.Byte),
            FormattedType.OfEnum("FlagsOfShort", Gen.OneOf(Gen.Short[-4, 4], Gen.Short)),
            FormattedType.OfEnum("FlagsOfUShort", Gen.OneOf(Gen.UShort[0, 2], Gen.OneOfConst<ushort>(0x8001))),
            FormattedType.OfEnum("FlagsOfInt", Gen.Int[-2, 9]),
            FormattedType.OfEnum("FlagsOfUInt", Gen.OneOf(Gen.UInt[0, 18], Gen.OneOfConst(0x80000011u))),
            FormattedType.OfEnum("FlagsOfLong", Gen.OneOf(Gen.Long[-1, 4], Gen.OneOfConst(long.MinValue + 3))),
            FormattedType.OfEnum("FlagsOfULong", Gen.OneOf(Gen.ULong[0, 4], Gen.OneOfConst((1UL << 63) + 1))),
        ];

    private static FormattedType[] References()
        =>
        [
            FormattedType.Of("string", ["", "N2"], s_texts),
            FormattedType.Of(
                "object", ["", "G", "N2"],
                Gen.OneOf(s_texts.Select(text => (object)text), Gen.Double.Select(real => (object)real))),
            FormattedType.Of(
                "Version", ["", "3"],
                Gen.Select(Gen.Int[0, 9], Gen.Int[0, 99], (major, minor) => new Version(major, minor))),
            FormattedType.Of("System.Net.IPAddress", ["", "x"], Gen.UInt.Select(address => new IPAddress(address))),
            FormattedType.Of("StringBuilder", ["", "x"], s_texts.Select(text => new StringBuilder(text))),
            FormattedType.OfUser("SpanClass", s_texts),
            FormattedType.OfUser("FormattableClass", s_texts),
            FormattedType.OfUser("PlainClass", s_texts),
            FormattedType.OfUser("PlainRecord", s_texts),
        ];
}
