namespace TypedWebhookAlerts.Generators.Model;

/// <summary>What a value is captured as.</summary>
/// <param name="Kind">How it travels.</param>
/// <param name="Name">The captured type in source: of an enum, the underlying one; of what is rendered, <c>string</c>
/// or <c>dynamic</c>.</param>
/// <param name="IsNullable">Whether a raw value may be missing.</param>
/// <param name="IsIdentity">Whether it says which thing is meant, and so counts in the default key; times, spans and
/// fractions always differ.</param>
/// <param name="Enum">The names, of an enum.</param>
internal sealed record CapturedType(ValueKind Kind, string Name, bool IsNullable, bool IsIdentity, EnumNames? Enum)
{
    /// <summary>Whether the value is copied as its bytes.</summary>
    public bool IsRaw
        => Kind is ValueKind.Number or ValueKind.Bool or ValueKind.Char or ValueKind.Enum or ValueKind.UserId;
}
