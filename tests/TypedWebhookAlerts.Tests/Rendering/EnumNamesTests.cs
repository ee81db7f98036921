using System.Globalization;
using System.Net;
using System.Reflection;
using CsCheck;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class EnumNamesTests
{
    private static readonly string?[] s_formats = [null, string.Empty, "G", "g", "F", "f", "D", "d", "X", "x"];

    private enum Empty
    {
    }

    private enum Signed : sbyte
    {
        Least = sbyte.MinValue,
        MinusOne = -1,
        One = 1,
        Most = sbyte.MaxValue,
    }

    [Flags]
    private enum NegativeFlags : short
    {
        All = -1,
        Low = 1,
        High = short.MinValue,
        Middle = 0x0FF0,
    }

    [Flags]
    private enum FlagsWithZero : byte
    {
        None = 0,
        A = 1,
        B = 2,
        AB = 3,
        Top = 128,
    }

    [Flags]
    private enum FlagsWithoutZero : ulong
    {
        Low = 1,
        High = 1UL << 63,
        Everything = ulong.MaxValue,
    }

#pragma warning disable CA1069 // which of two names for one value is printed is just what is tested
    [Flags]
    private enum FlagsWithTwoNames
    {
        Nothing = 0,
        Zero = 0,
        One = 1,
        Uno = 1,
        Four = 4,
        Quattro = 4,
        Five = 5,
        Cinque = 5,
    }

    private enum TwoNames : long
    {
        Later = long.MaxValue,
        Zero = 0,
        Null = 0,
        Minus = long.MinValue,
        Less = long.MinValue,
    }
#pragma warning restore CA1069

    [Theory]
    [InlineData(typeof(Empty))]
    [InlineData(typeof(Signed))]
    [InlineData(typeof(NegativeFlags))]
    [InlineData(typeof(FlagsWithZero))]
    [InlineData(typeof(FlagsWithoutZero))]
    [InlineData(typeof(FlagsWithTwoNames))]
    [InlineData(typeof(TwoNames))]
    [InlineData(typeof(HttpStatusCode))]
    public void EveryValueIsPrintedAsEnumToStringDoes(Type type)
    {
        AssertValues(type, ValuesWorthTrying(type));
        Gen.Long.Array[50].Hold(values => AssertValues(type, values), count: 20);
    }

    [Fact]
    public void EveryEnumOfTheCoreLibraryIsPrintedAsEnumToStringDoes()
    {
        var enums = typeof(object).Assembly.GetTypes().Where(type => type.IsEnum && !type.ContainsGenericParameters);
        Assert.All(enums, type => AssertValues(type, ValuesWorthTrying(type)));
    }

    [Fact]
    public void AFormatThatIsNoneOfFourIsNamedBesideTheName()
    {
        var names = NamesOf(typeof(FlagsWithZero));
        Assert.Throws<FormatException>(() => names.Format(1, "Q"));
        Assert.Throws<FormatException>(() => names.Format(1, "GG"));
        Assert.Equal(" A (format 'Q' failed)", RecordingFormatter.Record(alert => alert.Enum(1, names, "Q", 2)));
    }

    [Fact]
    public void AnEnumInAnAlertIsAligned()
    {
        var names = NamesOf(typeof(FlagsWithZero));
        Assert.Equal("  AB", RecordingFormatter.Record(alert => alert.Enum(3, names, null, 4)));
        Assert.Equal("0x80", RecordingFormatter.Record(alert => alert.Enum(128, names, "X", 1)).Insert(0, "0x"));
        Assert.Equal("(null)  ", RecordingFormatter.Record(alert => alert.Enum(null, names, null, -8)));
    }

    private static void AssertValues(Type type, IEnumerable<long> values)
    {
        var names = NamesOf(type);
        foreach (var value in values)
        {
            var truth = (Enum)Enum.ToObject(type, value);
            var raw = RawValue(truth);
            foreach (var format in s_formats)
            {
                var expected = truth.ToString(format);
                var printed = names.Format(raw, format);
                Assert.True(expected == printed, $"{type}, {raw} as {format}: {expected} is printed as {printed}");
            }
        }
    }

    // The members, and what can be put together from two of them.
    private static IEnumerable<long> ValuesWorthTrying(Type type)
    {
        long[] members = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Take(80).Select(Widen)];
        return members
            .Concat(members.SelectMany(one => members.Select(other => one | other)))
            .Concat(members.Select(one => ~one))
            .Concat([0, 1, -1, 7, 255, int.MinValue, long.MinValue])
            .Distinct();
    }

    // As the generator does it: the members in the order declared, their values as the underlying type holds them.
    private static EnumNames NamesOf(Type type)
    {
        var underlying = Enum.GetUnderlyingType(type);
        var members = type
            .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .OrderBy(field => field.MetadataToken)
            .Select(field => (field.Name, Widen(field.GetRawConstantValue()!)))
            .ToArray();
        var size = Type.GetTypeCode(underlying) switch
        {
            TypeCode.SByte or TypeCode.Byte => 1,
            TypeCode.Int16 or TypeCode.UInt16 => 2,
            TypeCode.Int32 or TypeCode.UInt32 => 4,
            _ => 8,
        };
        var isSigned = Type.GetTypeCode(underlying) is
            TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;
        return new EnumNames(type.IsDefined(typeof(FlagsAttribute)), size, isSigned, members);
    }

    private static long RawValue(Enum value)
        => Widen(Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), CultureInfo.InvariantCulture));

    private static long Widen(object value)
        => value is ulong unsigned ? (long)unsigned : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
