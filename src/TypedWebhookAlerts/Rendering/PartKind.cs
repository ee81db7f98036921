namespace TypedWebhookAlerts.Rendering;

/// <summary>The parts that an alert is made of.</summary>
internal enum PartKind : byte
{
    /// <summary>Stands for the description with its exceptions while room is divided.</summary>
    EntireDescription,

    Title,
    Description,
    Exception,
    StackTrace,
    FieldName,
    FieldValue,
    Footer,
}
