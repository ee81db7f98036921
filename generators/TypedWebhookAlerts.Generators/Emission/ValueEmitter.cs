using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes how one value is read, measured and copied at the call.</summary>
internal static class ValueEmitter
{
    /// <summary>The type of the local that holds a value whose reading is guarded.</summary>
    public static string LocalType(CapturedType type)
        => type switch
        {
            { IsRendered: true } => RuntimeNames.AlertText,
            { IsRaw: true, IsNullable: false } => type.Name,
            _ => type.Name + "?",
        };

    /// <summary>A value that is copied as it is: of an enum, the number.</summary>
    public static string Raw(CapturedValue value)
        => value.Type.Kind == ValueKind.Enum
            ? $"({value.Type.Name}{(value.Type.IsNullable ? "?" : string.Empty)}){value.Read}"
            : value.Read;

    /// <summary>A value whose reading runs code of the user's.</summary>
    public static string Guarded(CapturedValue value, string scratch, NameScope scope)
        => value.Type.Kind switch
        {
            ValueKind.Rendered => $"{scratch}.Format({Rendered(value)})",
            ValueKind.SpanRendered => $"{scratch}.FormatSpan({Rendered(value)})",
            ValueKind.List => $"{scratch}.List({Items(value)})",
            ValueKind.Enum or ValueKind.Bool when value.Type.IsClassified => $"{scratch}.Format({Rendered(value)})",
            _ when value.Type.IsRendered => $"{scratch}.FormatSpan({Rendered(value)})",
            ValueKind.Uri => Address(value, scope.Take("__uri")),
            _ => Raw(value),
        };

    /// <summary>The bytes that a value takes, or an empty text where it takes none.</summary>
    public static string Size(CapturedType type, string argument)
        => type switch
        {
            { Kind: ValueKind.Secret } => string.Empty,
            { Kind: ValueKind.Exception } => $"{RuntimeNames.AlertWriter}.ReferenceSize",
            { IsRaw: false } => $"{RuntimeNames.AlertWriter}.SizeOf({argument})",
            { IsNullable: true } => $"{RuntimeNames.AlertWriter}.SizeOfNullable<{type.Name}>()",
            // The compiler knows the sizes of its own types; of others only unsafe code may ask it.
            _ when type.Name.Contains("::") || type.Name is "nint" or "nuint"
                => $"{RuntimeNames.AlertWriter}.SizeOf<{type.Name}>()",
            _ => $"sizeof({type.Name})",
        };

    /// <summary>The copy of a value into the record, or an empty text where there is none.</summary>
    public static string Copy(CapturedType type, string record, string argument)
        => type switch
        {
            { Kind: ValueKind.Secret } => string.Empty,
            { Kind: ValueKind.Exception } => $"{record}.WriteReference({argument});",
            { IsNullable: true } => $"{record}.WriteNullable({argument});",
            _ => $"{record}.Write({argument});",
        };

    private static string Rendered(CapturedValue value)
        => Converted(value) + (value.Format is null ? string.Empty : ", " + Literals.Text(FormatOf(value)));

    // A redactor is given text, and no timestamp that each reader sees in their own time zone.
    private static string FormatOf(CapturedValue value)
        => value.Type.IsClassified && DiscordTimestamp.StyleOf(value.Type, value.Format) is not null
            ? "O"
            : value.Format!;

    private static string Items(CapturedValue value)
        => Converted(value)
            + (value.MaxItems == 0 ? string.Empty : ", maxItems: " + Literals.Number(value.MaxItems))
            + (value.Format is null ? string.Empty : ", format: " + Literals.Text(value.Format));

    private static string Converted(CapturedValue value)
        => value.Type.Conversion?.Replace("{0}", value.Read) ?? value.Read;

    private static string Address(CapturedValue value, string uri)
        => $"{value.Read} is {{ }} {uri} ? ({uri}.IsAbsoluteUri ? {uri}.AbsoluteUri : {uri}.OriginalString) : null";
}
