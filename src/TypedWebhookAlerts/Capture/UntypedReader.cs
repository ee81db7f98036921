using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>Reads an untyped alert's record, its fields in the order in which they were given: those of the key and the
/// others stand apart in it.</summary>
internal ref struct UntypedReader
{
    private AlertReader _keys;
    private AlertReader _others;
    private int _keysLeft;
    private int _othersLeft;

    public UntypedReader(AlertReader record)
    {
        Category = record.ReadText();
        EventId = record.Read<int>();
        EventName = record.ReadText();
        Template = record.ReadText();
        _keysLeft = record.Read<byte>();
        _keys = record;
        Skip(ref record, _keysLeft);
        Message = record.ReadText();
        _othersLeft = record.Read<byte>();
        Omitted = record.Read<byte>();
        _others = record;
        Skip(ref record, _othersLeft);
        Exception = record.ReadReference<Exception>();
    }

    /// <summary>The log's category; null for what is no log entry.</summary>
    public AlertText Category { get; }

    public int EventId { get; }

    public AlertText EventName { get; }

    /// <summary>What the message was made of, if that is known.</summary>
    public AlertText Template { get; }

    public AlertText Message { get; }

    /// <summary>How many fields were given and are not captured, up to 255.</summary>
    public int Omitted { get; }

    public Exception? Exception { get; }

    public readonly bool HasEvent => EventId != 0 || !EventName.IsNull;

    /// <summary>Reads the next field.</summary>
    public bool TryReadField(out AlertText name, out AlertText value)
    {
        if (_keysLeft > 0 && (_othersLeft == 0 || Position(_keys) < Position(_others)))
        {
            _keysLeft--;
            Read(ref _keys, out name, out value);
            return true;
        }

        if (_othersLeft > 0)
        {
            _othersLeft--;
            Read(ref _others, out name, out value);
            return true;
        }

        name = value = default;
        return false;
    }

    // A copy of the reader goes on; the original stands where it was.
    private static byte Position(AlertReader fields) => fields.Read<byte>();

    private static void Read(scoped ref AlertReader fields, out AlertText name, out AlertText value)
    {
        fields.Read<byte>();
        name = fields.ReadText();
        value = fields.ReadText();
    }

    private static void Skip(scoped ref AlertReader record, int fields)
    {
        for (var i = 0; i < fields; i++)
        {
            Read(ref record, out _, out _);
        }
    }
}
