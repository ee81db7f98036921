namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>A parameter of a declaration.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">Its attributes, as the declaration writes them.</param>
/// <param name="FieldName">The name it is given as a field; null without one.</param>
internal sealed record DeclaredParameter(
    ParameterKind Kind, string Name, IReadOnlyList<string> Attributes, string? FieldName = null)
{
    public override string ToString()
    {
        var attributes = Attributes.Count == 0 ? "" : $"[{string.Join(", ", Attributes)}] ";
        return $"{attributes}{Kind.Type} {Name}";
    }
}
