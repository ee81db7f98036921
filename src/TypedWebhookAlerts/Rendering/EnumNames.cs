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
    private readonly Dictionary<ulong, string> _byValue = [];
    private readonly (ulong Value, string Name)[] _flags;
    private readonly bool _isFlags;
    private readonly int _size;
    private readonly bool _isSigned;

    /// <summary>Names an enum's values.</summary>
    /// <param name="isFlags">Whether the enum carries <see cref="FlagsAttribute"/>.</param>
    /// <param name="size">The size of the underlying type, in bytes: 1, 2, 4 or 8.</param>
    /// <param name="isSigned">Whether the underlying type is signed.</param>
    /// <param name="names">The members in the order declared; the first of two with one value is printed.</param>
    public EnumNames(bool isFlags, int size, bool isSigned, params (string Name, long Value)[] names)
    {
        _isFlags = isFlags;
        _size = size;
        _isSigned = isSigned;
        foreach (var (name, value) in names)
        {
            _byValue.TryAdd(Truncate(value), name);
        }

        // Enum.ToString takes the largest values first and prints the smallest first.
        _flags = [.. _byValue.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Key)];
    }

    /// <summary>Prints a value as <see cref="Enum.ToString(string)"/> does.</summary>
    /// <param name="value">The raw value, widened to 64 bits.</param>
    /// <param name="format">G, F, D or X (any case), or null for G.</param>
    /// <exception cref="FormatException">The format is none of these.</exception>
    internal string Format(long value, string? format)
        => format switch
        {
            null or "" or "G" or "g" => Name(value, _isFlags),
            "F" or "f" => Name(value, flags: true),
            "D" or "d" => Number(value),
            "X" or "x" => Truncate(value).ToString("X" + (_size * 2), CultureInfo.InvariantCulture),
            _ => throw new FormatException("An enum takes the formats G, F, D and X."),
        };

    private string Name(long value, bool flags)
    {
        var bits = Truncate(value);
        if (_byValue.TryGetValue(bits, out var name))
        {
            return name;
        }

        return (flags ? Combine(bits) : null) ?? Number(value);
    }

    private string? Combine(ulong bits)
    {
        var text = new StringBuilder();
        foreach (var (flag, name) in _flags)
        {
            if (flag != 0 && (bits & flag) == flag)
            {
                bits &= ~flag;
                text.Insert(0, text.Length == 0 ? name : name + ", ");
            }
        }

        return bits == 0 && text.Length > 0 ? text.ToString() : null;
    }

    private string Number(long value)
        => _isSigned
            ? value.ToString(CultureInfo.InvariantCulture)
            : Truncate(value).ToString(CultureInfo.InvariantCulture);

    private ulong Truncate(long value) => _size == 8 ? (ulong)value : (ulong)value & ((1UL << (_size * 8)) - 1);
}
