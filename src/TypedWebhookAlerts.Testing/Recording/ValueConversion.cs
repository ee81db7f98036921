using System.Globalization;

namespace TypedWebhookAlerts.Testing.Recording;

/// <summary>Gives a captured value the type that a test wants.</summary>
internal static class ValueConversion
{
    /// <summary>Converts without loss.</summary>
    /// <returns>Whether the value has that type.</returns>
    public static bool TryConvert<T>(object? value, out T? converted)
    {
        converted = default;
        if (value is null)
        {
            return default(T) is null;
        }

        if (Convert(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is not T fitting)
        {
            return false;
        }

        converted = fitting;
        return true;
    }

    private static object? Convert(object value, Type wanted)
    {
        if (wanted.IsInstanceOfType(value))
        {
            return value;
        }

        if (wanted == typeof(string))
        {
            return value is IFormattable formattable
                ? formattable.ToString(null, CultureInfo.InvariantCulture)
                : value.ToString();
        }

        if (wanted.IsEnum)
        {
            return ToEnum(value, wanted);
        }

        if (wanted == typeof(Uri))
        {
            return value is string text && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? uri : null;
        }

        return IsNumber(value.GetType()) && IsNumber(wanted) ? ToNumber(value, wanted) : null;
    }

    /// <summary>An enum is captured as its number.</summary>
    private static object? ToEnum(object value, Type wanted)
        => value is string name
            ? Enum.TryParse(wanted, name, out var parsed) ? parsed : null
            : value.GetType() == Enum.GetUnderlyingType(wanted) ? Enum.ToObject(wanted, value) : null;

    private static object? ToNumber(object value, Type wanted)
    {
        try
        {
            var number = System.Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture);
            var back = System.Convert.ChangeType(number, value.GetType(), CultureInfo.InvariantCulture);
            return back.Equals(value) ? number : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool IsNumber(Type type)
        => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;
}
