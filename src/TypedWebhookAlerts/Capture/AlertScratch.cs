using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>
/// Renders an argument of a user's own type at the call, on the caller's thread, into memory that the thread keeps.
/// Formatting code that itself raises alerts takes the room above.
/// </summary>
/// <remarks>An <see cref="ISpanFormattable"/> value costs no allocation once the thread is warm; any other costs what
/// its own <c>ToString</c> does. Everything here may throw what the user's code throws.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct AlertScratch
{
    private const int InitialSize = 4 * CapturedText.Cap;

    [ThreadStatic]
    private static char[]? s_buffer;

    [ThreadStatic]
    private static int s_top;

    private readonly int _bottom;

    private AlertScratch(int bottom) => _bottom = bottom;

    /// <summary>Takes the room above what is in use. Dispose it to give it back.</summary>
    public static AlertScratch Rent() => new(s_top);

    /// <summary>Renders a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="format">The value's .NET format.</param>
    public AlertText Format<T>(T value, string? format = null)
    {
        if (Struct<T>.IsSpanFormattable)
        {
            return FormatSpan(value, format, Math.Max(s_top, _bottom));
        }

        return value switch
        {
            null => AlertText.Null,
            ISpanFormattable => FormatSpan(value, format, Math.Max(s_top, _bottom)),
            IFormattable => ((IFormattable)value).ToString(format, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }

    /// <summary>Renders a value that may be missing.</summary>
    /// <remarks>Beside the other overload because a nullable value is boxed before it formats itself.</remarks>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="format">The value's .NET format.</param>
    public AlertText Format<T>(T? value, string? format = null)
        where T : struct
        => value is { } present ? Format(present, format) : AlertText.Null;

    /// <summary>Gives the room back.</summary>
    public void Dispose() => s_top = _bottom;

    // Optimized from its first call on: until then the cast of a struct would box it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static AlertText FormatSpan<T>(T value, string? format, int start)
    {
        var buffer = EnsureRoom(start);

        // Whoever formats inside this call (a ToString that raises an alert) must find its room above ours.
        s_top = start + CapturedText.Cap;
        var room = buffer.AsSpan(start, CapturedText.Cap);
        if (((ISpanFormattable)value!).TryFormat(room, out var written, format, CultureInfo.InvariantCulture))
        {
            // Sliced before it counts as used: a count that is no count of this room must not show what else is here.
            var text = room[..written];
            s_top = start + written;
            return new AlertText(text);
        }

        s_top = start;
        return ((ISpanFormattable)value).ToString(format, CultureInfo.InvariantCulture);
    }

    private static char[] EnsureRoom(int start)
    {
        var buffer = s_buffer ??= new char[InitialSize];
        if (buffer.Length - start >= CapturedText.Cap)
        {
            return buffer;
        }

        // Texts already rendered keep the array they stand in.
        return s_buffer = new char[buffer.Length * 2];
    }

    // Asked of the type: to ask a struct's value would box it where the code is not optimized.
    private static class Struct<T>
    {
        public static readonly bool IsSpanFormattable =
            typeof(T).IsValueType && typeof(ISpanFormattable).IsAssignableFrom(typeof(T));
    }
}
