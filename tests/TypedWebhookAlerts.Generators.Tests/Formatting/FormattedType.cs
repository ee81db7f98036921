using CsCheck;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests.Formatting;

/// <summary>A type that a parameter may have.</summary>
/// <param name="Name">The type in source.</param>
/// <param name="Formats">Formats that it takes.</param>
/// <param name="Values">Its values; those of types that only the compiled alerts know are made by them.</param>
internal sealed record FormattedType(string Name, string[] Formats, Gen<Func<RunningAlerts, object?>> Values)
{
    private static readonly Func<RunningAlerts, object?> s_null = _ => null;

    public static FormattedType Of<T>(string name, string[] formats, Gen<T> values, params T[] special)
    {
        var all = special.Length == 0 ? values : Gen.OneOf(values, Gen.OneOfConst(special));
        return new FormattedType(name, formats, all.Select<T, Func<RunningAlerts, object?>>(value => _ => value));
    }

    /// <summary>An enum of the compiled alerts.</summary>
    public static FormattedType OfEnum<T>(string name, Gen<T> raw)
        where T : struct
        => new(
            name,
            ["", "G", "F", "D", "X", "g", "f", "d", "x"],
            raw.Select<T, Func<RunningAlerts, object?>>(
                value => alerts => Enum.ToObject(alerts.TypeOf(name), value)));

    /// <summary>A class or struct of the compiled alerts that is made of a text.</summary>
    public static FormattedType OfUser(string name, Gen<string> texts)
        => new(
            name,
            ["", "abc", "N2", "🚨\""],
            texts.Select<string, Func<RunningAlerts, object?>>(
                text => alerts => Activator.CreateInstance(alerts.TypeOf(name), text)));

    public FormattedType OrNull()
        => new(
            Name + "?",
            Formats,
            Gen.Select<bool, Func<RunningAlerts, object?>, Func<RunningAlerts, object?>>(
                Gen.Bool, Values, (isNull, value) => isNull ? s_null : value));
}
