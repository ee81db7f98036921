namespace TypedWebhookAlerts.Testing.Recording;

/// <summary>A value of a recorded alert.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type it was captured as.</param>
/// <param name="Value">The value.</param>
internal sealed record RecordedValue(string Name, Type Type, object? Value)
{
    /// <summary>Name, type and value, for a failing test.</summary>
    public string Describe()
    {
        ValueConversion.TryConvert<string>(Value, out var text);
        return $"{Name} ({(Nullable.GetUnderlyingType(Type) ?? Type).Name}) = {text ?? "null"}";
    }
}
