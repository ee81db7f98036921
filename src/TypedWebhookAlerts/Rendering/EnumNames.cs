using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// The names of an enum's values, as <see cref="Enum.ToString()"/> would print them, without naming the enum's type:
/// it may be private where the renderer stands.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumNames
{
    // Below this the runtime looks from the first name on, above it searches by halves.
    private const int LinearSearchLimit = 32;

    private readonly ulong[] _values;
    private readonly string[] _names;
    private readonly bool _isFlags;
    private readonly int _size;
    private readonly bool _isSigned;

    /// <summary>Names an enum's values.</summary>
    /// <param name="isFlags">Whether the enum carries <see cref="FlagsAttribute"/>.</param>
    /// <param name="size">The size of the underlying type, in bytes: 1, 2, 4 or 8.</param>
    /// <param name="isSigned">Whether the underlying type is signed.</param>
    /// <param name="names">The members in the order declared. Which of two with one value is printed is left open by
    /// .NET; here it is the one that .NET prints.</param>
    public EnumNames(bool isFlags, int size, bool isSigned, params (string Name, long Value)[] names)
    {
        _isFlags = isFlags;
        _size = size;
        _isSigned = isSigned;
        _values = [.. names.Select(member => Truncate(member.Value))];
        _names = [.. names.Select(member => member.Name)];

        // The same sort over the same order as the runtime's: it is not stable, so it decides between equal values.
        if (!IsSorted(_values))
        {
            Array.Sort(_values, _names);
        }
    }

    /// <summary>Prints a value as <see cref="Enum.ToString(string)"/> does.</summary>
    /// <param name="value">The raw value, widened to 64 bits.</param>
    /// <param name="format">G, F, D or X (any case), or null for G.</param>
    /// <exception cref="FormatException">The format is none of these.</exception>
    internal string Format(long value, string? format)
        => format switch
        {
            null or "" or "G" or "g" when !_isFlags => Name(Truncate(value)) ?? Number(value),
            null or "" or "G" or "g" or "F" or "f" => FlagNames(Truncate(value)) ?? Number(value),
            "D" or "d" => Number(value),
            "X" or "x" => Truncate(value).ToString("X" + (_size * 2), CultureInfo.InvariantCulture),
            _ => throw new FormatException("An enum takes the formats G, F, D and X."),
        };

    private string? Name(ulong bits)
    {
        var index = _values.Length <= LinearSearchLimit
            ? Array.IndexOf(_values, bits)
            : Array.BinarySearch(_values, bits);
        return index >= 0 ? _names[index] : null;
    }

    // Takes the largest values first and prints the smallest first; of two with one value, the last.
    private string? FlagNames(ulong bits)
    {
        if (bits == 0)
        {
            return _values is [0, ..] ? _names[0] : null;
        }

        var exact = Array.LastIndexOf(_values, bits);
        return exact >= 0 ? _names[exact] : Combine(bits);
    }

    private string? Combine(ulong bits)
    {
        var text = new StringBuilder();
        for (var i = _values.Length - 1; i >= 0 && bits != 0; i--)
        {
            if (_values[i] != 0 && (bits & _values[i]) == _values[i])
            {
                bits &= ~_values[i];
                text.Insert(0, text.Length == 0 ? _names[i] : _names[i] + ", ");
            }
        }

        return bits == 0 ? text.ToString() : null;
    }

    private string Number(long value)
        => _isSigned
            ? value.ToString(CultureInfo.InvariantCulture)
            : Truncate(value).ToString(CultureInfo.InvariantCulture);

    private ulong Truncate(long value) => _size == 8 ? (ulong)value : (ulong)value & ((1UL << (_size * 8)) - 1);

    private static bool IsSorted(ulong[] values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
