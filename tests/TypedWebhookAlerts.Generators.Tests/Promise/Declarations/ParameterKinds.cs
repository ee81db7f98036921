using System.Numerics;
using CsCheck;
using TypedWebhookAlerts.Generators.Tests.Promise.Arguments;
using TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>Every kind of parameter that an alert can have, a line each.</summary>
internal static class ParameterKinds
{
    private const string List = "AlertList(MaxItems = 3)";

    // Text of another origin may be no UTF-8 at all.
    private static readonly Gen<byte[]> s_utf8 = Gen.OneOf(
        Gen.Byte.Array[0, 40], HostileText.Any.Select(System.Text.Encoding.UTF8.GetBytes));

    private static readonly Gen<Guild?> s_guild = Gen.Select(HostileText.OrNull, Gen.Int)
        .Select((name, members) => members % 4 == 0 ? null : new Guild(name, members));

    private static readonly Gen<Member?> s_member = Gen.Select(HostileText.OrNull, s_guild, Gen.Int[0, 6])
        .Select((name, guild, isThere) => isThere == 0 ? null : new Member(name, guild));

    private static readonly string[] s_timeFormats =
        ["", "o", "yyyy-MM-dd HH:mm", "<t>", "<t:R>", "<t:F>", "\\*\\*yyyy\\*\\*"];

    private static readonly Gen<DateTimeOffset> s_moment = Gen.Select(
        Gen.DateTime[new DateTime(2, 1, 1), new DateTime(9998, 1, 1)], Gen.Int[-14, 14])
        .Select((day, hours) => new DateTimeOffset(
            DateTime.SpecifyKind(day, DateTimeKind.Unspecified), TimeSpan.FromHours(hours)));

    public static readonly ParameterKind Text = Of("string?", HostileText.OrNull);

    public static readonly ParameterKind Exception = Of("System.Exception?", HostileException.Any);

    public static readonly IReadOnlyList<ParameterKind> All =
    [
        Of("string", HostileText.Any!),
        Text,
        Of("bool", Gen.Bool),
        Of("bool?", Gen.Bool.Nullable()),
        Of("char", Gen.Char),
        Of("char?", Gen.Char.Nullable()),
        Of("sbyte", Gen.SByte, "", "X2"),
        Of("byte", Gen.Byte, "", "D3"),
        Of("short", Gen.Short),
        Of("ushort", Gen.UShort),
        Of("int", Gen.Int, "", "N0", "D200", "'**'0'**'"),
        Of("int?", Gen.Int.Nullable(), "", "X8"),
        Of("uint", Gen.UInt),
        Of("long", Gen.Long) with { Attributes = ["UserId"] },
        Of("long?", Gen.Long.Nullable()) with { Attributes = ["UserId"] },
        Of("ulong", Gen.ULong) with { Attributes = ["UserId"] },
        Of("ulong?", Gen.ULong.Nullable()) with { Attributes = ["UserId"] },
        Of("nint", Gen.Int.Select(value => (nint)value)),
        Of("nuint", Gen.UInt.Select(value => (nuint)value)),
        Of("System.Half", Gen.Float.Select(value => (Half)value), "", "F3"),
        Of("float", Gen.Float, "", "R"),
        Of("double", Gen.Double, "", "F3", "P1", "N100"),
        Of("double?", Gen.Double.Nullable()),
        Of("decimal", Gen.Decimal, "", "C", "0.00;(0.00)"),
        Of("System.Int128", Gen.Long.Select(value => (Int128)value * value)),
        Of("System.UInt128", Gen.ULong.Select(value => (UInt128)value * value)),
        Of("System.Numerics.BigInteger", Gen.Long.Select(value => BigInteger.Pow(value, 9)), "", "X", "N0"),
        Of("System.DateTime", Gen.DateTime, s_timeFormats),
        Of("System.DateTime?", Gen.DateTime.Nullable(), s_timeFormats),
        Of("System.DateTimeOffset", s_moment, s_timeFormats),
        Of("System.DateTimeOffset?", s_moment.Nullable(), s_timeFormats),
        Of("System.DateOnly", Gen.DateOnly, "", "o", "dddd"),
        Of("System.TimeOnly", Gen.TimeOnly, "", "r"),
        Of("System.TimeSpan", Gen.TimeSpan, "", "c", "d\\.hh\\:mm"),
        Of("System.TimeSpan?", Gen.TimeSpan.Nullable()),
        Of("System.Guid", Gen.Guid, "", "N", "B"),
        Of("System.Guid?", Gen.Guid.Nullable()),
        Of("System.Uri?", HostileUri.Any),
        Of("System.Version?", Gen.Int[0, 9].Select(part => part == 0 ? null : new Version(part, 1))),
        Of("Mood", Gen.Int[-1, 6].Select(value => (Mood)value), "", "D", "X", "F"),
        Of("Mood?", Gen.Int[0, 5].Select(value => (Mood)value).Nullable()),
        Of("Rights", Gen.ULong.Select(value => (Rights)value), "", "D", "X"),
        Of("Rights?", Gen.Bool.Select(isOwn => isOwn ? Rights.Own | Rights.Read : Rights.None).Nullable()),
        Of("Temperature", HostileText.Any.Select(text => new Temperature(text)), "", "C1"),
        Of("Temperature?", HostileText.Any.Select(text => new Temperature(text)).Nullable(), "", "C1"),
        Of("Guild", s_guild.Where(guild => guild is not null)) with { Paths = ["", ".Name", ".Members"] },
        Of("Member", s_member) with { Paths = ["", ".Name", ".Guild.Name", ".Guild.Members", ".Guild", ".Length"] },
        Of("object?", HostileText.OrNull),
        Exception,
        Of("System.Exception", HostileException.Any.Where(exception => exception is not null)),
        Of("EvilException?", HostileException.Any.Select(exception => exception as EvilException)),
        Of("string?[]?", HostileText.OrNull.Array[0, 14]) with { Attributes = [List] },
        Of("int[]", Gen.Int.Array[0, 14], "", "N0") with { Attributes = [List] },
        Of("System.Collections.Generic.List<string?>?", HostileText.OrNull.List[0, 14]) with { Attributes = [List] },
        Of("System.Collections.Generic.IEnumerable<Guild?>?", s_guild.Array[0, 14]) with { Attributes = [List] },
        Of("System.ReadOnlySpan<byte>", s_utf8) with { Unboxing = "(byte[]){0}!" },
        Of("System.ReadOnlySpan<char>", HostileText.OrNull) with { Unboxing = "((string?){0}).AsSpan()" },
        Of("System.Span<char>", HostileText.Any) with { Unboxing = "((string){0}!).ToCharArray()" },
    ];

    private static ParameterKind Of<T>(string type, Gen<T> values, params string[] formats)
        => new(type, values.Select(value => (object?)value)) { Formats = formats.Length == 0 ? [""] : formats };
}
