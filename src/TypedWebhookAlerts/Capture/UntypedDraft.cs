using System.Collections;
using System.Globalization;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>
/// An untyped alert that is being put together, on its caller's thread and before room is claimed for it: its values
/// are rendered here, by code that may be a user's.
/// </summary>
/// <remarks>One a thread is kept for the next. Nothing here throws what a value throws.</remarks>
internal sealed class UntypedDraft : IDisposable
{
    /// <summary>So many fields an embed has, the category and the event among them.</summary>
    public const int MaxFields = DiscordLimits.Fields;

    /// <summary>The bytes of a whole record: what the 6,000 code points of an embed take at most. The smallest ring,
    /// of 128 KiB, takes records of up to 32 KiB.</summary>
    private const int MaxBytes = 4 * DiscordLimits.EmbedTotal;

    /// <summary>What is not a field's: three counts, the event's id, the exception.</summary>
    private const int FixedBytes = (3 * sizeof(byte)) + sizeof(int) + AlertWriter.ReferenceSize;

    /// <summary>An embed shows no more of a field's value; nor of a category or a name, of which it shows
    /// less.</summary>
    private const int FieldCap = DiscordLimits.FieldValue;

    private const int MaxListItems = 10;

    [ThreadStatic]
    private static UntypedDraft? s_free;

    private readonly UntypedFields _keys = new();
    private readonly UntypedFields _others = new();
    private readonly string?[] _names = new string?[MaxFields];
    private string? _message;
    private string? _category;
    private string? _eventName;
    private string? _template;
    private Exception? _exception;
    private CultureInfo? _culture;
    private int _eventId;
    private int _bytesLeft;
    private int _maxFields;
    private int _count;
    private int _omitted;
    private bool _isKeyWhole;

    private UntypedDraft()
    {
    }

    /// <summary>The bytes of its record.</summary>
    public int Size
        => FixedBytes
            + AlertWriter.SizeOf(Cut(_category))
            + AlertWriter.SizeOf(Cut(_eventName))
            + AlertWriter.SizeOf(_template)
            + AlertWriter.SizeOf(_message)
            + _keys.Bytes.Length
            + _others.Bytes.Length;

    /// <summary>Begins an alert. Dispose it when it is raised.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="exception">What was caught, if anything was.</param>
    /// <param name="culture">How its values are written; null for the invariant culture.</param>
    public static UntypedDraft Begin(string? message, Exception? exception, CultureInfo? culture = null)
    {
        var draft = s_free ?? new UntypedDraft();
        s_free = null;
        draft._message = message;
        draft._exception = exception;
        draft._culture = culture;
        draft._maxFields = MaxFields;
        draft._isKeyWhole = true;
        draft._bytesLeft = MaxBytes - draft.Size;
        return draft;
    }

    /// <summary>Says where a log entry comes from. Before any field.</summary>
    /// <param name="category">The logger's category.</param>
    /// <param name="eventId">The event's number, or 0.</param>
    /// <param name="eventName">The event's name, if it has one.</param>
    /// <param name="template">What the message is made of. Entries that differ in its times and fractions alone are
    /// equal.</param>
    public void SetSource(string category, int eventId, string? eventName, string? template)
    {
        _category = category;
        _eventId = eventId;
        _eventName = string.IsNullOrEmpty(eventName) ? null : eventName;
        _template = template is { Length: <= FieldCap } ? template : null;
        _maxFields = MaxFields - 1 - (_eventId != 0 || _eventName is not null ? 1 : 0);
        _bytesLeft = MaxBytes - Size;
    }

    /// <summary>Whether there is a field of a name.</summary>
    public bool Has(string? name) => _names.AsSpan(0, _count).Contains(name);

    /// <summary>Adds a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isKey">Whether it may tell alerts apart. Times and fractions never do: they always differ.</param>
    public void Add(string? name, object? value, bool isKey = true)
    {
        isKey &= TellsApart(value);
        if (_count == _maxFields)
        {
            Omit(isKey);
            return;
        }

        using var scratch = AlertScratch.Rent(_culture);
        var text = Cut(Render(scratch, value));
        var title = Cut(name ?? "(null)");
        var size = UntypedFields.SizeOf(title, text);
        if (size > _bytesLeft)
        {
            Omit(isKey);
            return;
        }

        _isKeyWhole &= !isKey || !text.IsCut;
        _bytesLeft -= size;
        _names[_count] = name;
        (isKey ? _keys : _others).Add((byte)_count++, title, text);
    }

    /// <summary>Copies the alert into the record that was claimed for it.</summary>
    public void Write(ref AlertWriter record)
    {
        record.Write(Cut(_category));
        record.Write(_eventId);
        record.Write(Cut(_eventName));
        record.Write(_template);
        record.Write((byte)_keys.Count);
        record.WriteBytes(_keys.Bytes);
        if (_template is not null && _isKeyWhole)
        {
            record.EndKey();
            record.Write(_message);
        }
        else
        {
            record.Write(_message);
            record.EndKey();
        }

        record.Write((byte)_others.Count);
        record.Write((byte)_omitted);
        record.WriteBytes(_others.Bytes);
        record.WriteReference(_exception);
    }

    public void Dispose()
    {
        _keys.Clear();
        _others.Clear();
        _names.AsSpan().Clear();
        _message = _category = _eventName = _template = null;
        _exception = null;
        _eventId = _count = _omitted = 0;
        s_free = this;
    }

    private static bool TellsApart(object? value)
        => value is not (float or double or decimal or Half
            or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan);

    private void Omit(bool isKey)
    {
        _omitted = Math.Min(_omitted + 1, byte.MaxValue);
        _isKeyWhole &= !isKey;
    }

    private static AlertText Render(in AlertScratch scratch, object? value)
    {
        // A value formats itself by a user's code, and the alert goes out all the same.
        try
        {
            return value switch
            {
                string text => text,
                Exception exception => ExceptionText.RawSummary(exception),
                IFormattable => scratch.Format(value),
                // To enumerate a query would run it.
                IEnumerable items and not IQueryable => scratch.List(items, MaxListItems),
                _ => scratch.Format(value),
            };
        }
        catch (Exception exception)
        {
            return $"({exception.GetType().Name} was thrown while reading it)";
        }
    }

    private static AlertText Cut(AlertText text)
        => text.IsNull || text.Value.Length <= FieldCap
            ? text
            : new AlertText(text.Value[..CutLength(text.Value)], isCut: true);

    private static int CutLength(ReadOnlySpan<char> text)
        => char.IsHighSurrogate(text[FieldCap - 1]) ? FieldCap - 1 : FieldCap;
}
