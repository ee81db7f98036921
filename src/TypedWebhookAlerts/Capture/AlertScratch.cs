using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly CultureInfo? _culture;

    private AlertScratch(int bottom, CultureInfo? culture)
    {
        _bottom = bottom;
        _culture = culture;
    }

    /// <summary>Takes the room above what is in use. Dispose it to give it back.</summary>
    /// <param name="culture">The culture in which values are rendered; null for the invariant one, which also renders
    /// what that one cannot.</param>
    public static AlertScratch Rent(CultureInfo? culture = null) => new(s_top, culture);

    /// <summary>Renders a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="format">The value's .NET format.</param>
    public AlertText Format<T>(T value, string? format = null)
    {
        if (_culture is null)
        {
            return Format(value, format, CultureInfo.InvariantCulture);
        }

        var top = s_top;

        // A calendar that does not reach the value must not make the alert unreadable.
        try
        {
            return Format(value, format, _culture);
        }
        catch (Exception)
        {
            s_top = top;
            return Format(value, format, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Renders a value that may be missing.</summary>
    /// <remarks>Beside the other overload because a nullable value is boxed before it formats itself.</remarks>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="format">The value's .NET format.</param>
    public AlertText Format<T>(T? value, string? format = null)
        where T : struct
        => value is { } present ? Format(present, format) : AlertText.Null;

    /// <summary>Renders a value whose type formats itself into a span: without a box, whatever the type.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="format">The value's .NET format.</param>
    public AlertText FormatSpan<T>(T value, string? format = null)
        where T : ISpanFormattable?
    {
        // Asked of the type first: to compare a struct with null would box it where the code is not optimized.
        if (!typeof(T).IsValueType && value is null)
        {
            return AlertText.Null;
        }

        if (_culture is null)
        {
            return FormatSpan(value, format, CultureInfo.InvariantCulture);
        }

        var top = s_top;

        // A calendar that does not reach the value must not make the alert unreadable.
        try
        {
            return FormatSpan(value, format, _culture);
        }
        catch (Exception)
        {
            s_top = top;
            return FormatSpan(value, format, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Renders a value that may be missing, whose type formats itself into a span: without a box.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="format">The value's .NET format.</param>
    public AlertText FormatSpan<T>(T? value, string? format = null)
        where T : struct, ISpanFormattable
        => value is { } present ? FormatSpan(present, format) : AlertText.Null;

    /// <summary>Renders a list: its items as <see cref="Format{T}(T, string)"/> would, joined by ", ".</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items; null is shown as <c>(null)</c>, none as <c>(none)</c>.</param>
    /// <param name="maxItems">So many are shown, 1 to 100; the rest is counted: "… 14 more".</param>
    /// <param name="format">The items' .NET format.</param>
    public AlertText List<T>(T[]? items, int maxItems = 10, string? format = null)
        => items is null ? AlertText.Null : List(new ReadOnlySpan<T>(items), maxItems, format);

    /// <inheritdoc cref="List{T}(T[], int, string)"/>
    public AlertText List<T>(List<T>? items, int maxItems = 10, string? format = null)
        => items is null ? AlertText.Null : List(CollectionsMarshal.AsSpan(items), maxItems, format);

    /// <inheritdoc cref="List{T}(T[], int, string)"/>
    public AlertText List<T>(scoped ReadOnlySpan<T> items, int maxItems = 10, string? format = null)
    {
        var list = new ListWriter(BeginRoom(out var start), maxItems, format, _culture);
        foreach (var item in items)
        {
            if (!list.TryAdd(item))
            {
                break;
            }
        }

        return EndRoom(list.Room, start, list.End(items.Length));
    }

    /// <inheritdoc cref="List{T}(T[], int, string)"/>
    public AlertText List<T>(IEnumerable<T>? items, int maxItems = 10, string? format = null)
    {
        if (items is null)
        {
            return AlertText.Null;
        }

        // Of these, the default holds nothing and throws when it is asked for it.
        if (items is ImmutableArray<T> { IsDefault: true } or ArraySegment<T> { Array: null })
        {
            return List(ReadOnlySpan<T>.Empty, maxItems, format);
        }

        var list = new ListWriter(BeginRoom(out var start), maxItems, format, _culture);
        foreach (var item in items)
        {
            if (!list.TryAdd(item))
            {
                break;
            }
        }

        // Asked only where it is shown: a count may be the user's code.
        int? total = list.HasMore && items.TryGetNonEnumeratedCount(out var count) ? count : null;
        return EndRoom(list.Room, start, list.End(total));
    }

    /// <inheritdoc cref="List{T}(T[], int, string)"/>
    public AlertText List(IEnumerable? items, int maxItems = 10, string? format = null)
    {
        if (items is null)
        {
            return AlertText.Null;
        }

        var list = new ListWriter(BeginRoom(out var start), maxItems, format, _culture);
        foreach (var item in items)
        {
            if (!list.TryAdd(item))
            {
                break;
            }
        }

        var total = list.HasMore ? (items as ICollection)?.Count : null;
        return EndRoom(list.Room, start, list.End(total));
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose() => s_top = _bottom;

    private AlertText Format<T>(T value, string? format, CultureInfo culture)
    {
        if (SpanFormattable<T>.IsStruct)
        {
            return typeof(T).IsEnum ? RenderEnum(value, format, culture) : Render(value, format, culture);
        }

        return value switch
        {
            null => AlertText.Null,
            ISpanFormattable => Render(value, format, culture),
            IFormattable => ((IFormattable)value).ToString(format, culture),
            _ => value.ToString(),
        };
    }

    private AlertText FormatSpan<T>(T value, string? format, CultureInfo culture)
        where T : ISpanFormattable?
    {
        var room = BeginRoom(out var start);
        if (value!.TryFormat(room, out var written, format, culture))
        {
            return EndRoom(room, start, written);
        }

        s_top = start;
        return value.ToString(format, culture);
    }

    // Optimized from its first call on: until then the cast of a struct would box it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private AlertText Render<T>(T value, string? format, CultureInfo culture)
    {
        var room = BeginRoom(out var start);
        if (((ISpanFormattable)value!).TryFormat(room, out var written, format, culture))
        {
            return EndRoom(room, start, written);
        }

        s_top = start;
        return ((ISpanFormattable)value).ToString(format, culture);
    }

    /// <summary>Renders an enum by the framework's own handler, which asks its type without a box once it is
    /// optimized.</summary>
    private AlertText RenderEnum<T>(T value, string? format, CultureInfo culture)
    {
        var room = BeginRoom(out var start);
        var handler = new MemoryExtensions.TryWriteInterpolatedStringHandler(0, 1, room, culture, out _);
        handler.AppendFormatted(value, format);
        if (room.TryWrite(culture, ref handler, out var written))
        {
            return EndRoom(room, start, written);
        }

        s_top = start;
        return ((IFormattable)value!).ToString(format, culture);
    }

    /// <summary>Takes room for one text. Whoever renders inside (a ToString that raises an alert) finds its room
    /// above.</summary>
    private Span<char> BeginRoom(out int start)
    {
        start = Math.Max(s_top, _bottom);
        var buffer = EnsureRoom(start);
        s_top = start + CapturedText.Cap;
        return buffer.AsSpan(start, CapturedText.Cap);
    }

    /// <summary>Keeps what was written of the room.</summary>
    private static AlertText EndRoom(Span<char> room, int start, int written)
    {
        // Sliced before it counts as used: a count that is no count of this room must not show what else is here.
        var text = room[..written];
        s_top = start + written;
        return new AlertText(text);
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
}
