namespace TypedWebhookAlerts.Generators.Model;

/// <summary>What a value is captured as.</summary>
/// <param name="Kind">How it travels.</param>
/// <param name="Name">The captured type in source: of an enum, the underlying one; <c>string</c> of what is rendered.
/// </param>
/// <param name="IsNullable">Whether a raw value may be missing.</param>
/// <param name="IsIdentity">Whether it says which thing is meant, and so counts in the default key; times, spans and
/// fractions always differ.</param>
/// <param name="Enum">The names, of an enum.</param>
/// <param name="Conversion">What the read value goes through on its way to where it is rendered, with <c>{0}</c> in its
/// place, or null.</param>
/// <param name="Classifications">The attributes that say by which redactor it is shown, each as an expression that
/// makes it anew.</param>
internal sealed record CapturedType(
    ValueKind Kind,
    string Name,
    bool IsNullable,
    bool IsIdentity,
    EnumNames? Enum = null,
    string? Conversion = null,
    EquatableArray<string> Classifications = default)
{
    /// <summary>Whether a redactor decides what is shown of it: that takes text, which all but an exception is then
    /// captured as.</summary>
    public bool IsClassified => Classifications.Count > 0;

    /// <summary>Whether the value is copied as its bytes.</summary>
    public bool IsRaw => HasBytes && !IsClassified;

    /// <summary>Whether the value is rendered to text at the call.</summary>
    public bool IsRendered
        => Kind is ValueKind.Rendered or ValueKind.SpanRendered or ValueKind.List || (HasBytes && IsClassified);

    private bool HasBytes
        => Kind is ValueKind.Number or ValueKind.Bool or ValueKind.Char or ValueKind.Enum or ValueKind.UserId;
}
