namespace TypedWebhookAlerts.Generators.Model;

/// <summary>A partial method as its other part must repeat it, or the compiler objects.</summary>
/// <param name="Name">The plain name.</param>
/// <param name="Modifiers">All but <c>partial</c>, as written: <c>public static</c>.</param>
/// <param name="ReturnType">The return type as written in source.</param>
/// <param name="Answer">What the call answers.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or empty.</param>
/// <param name="Parameters">Each with modifiers, type and name, without its default value.</param>
/// <param name="ParameterNames">The parameters' plain names: what a local must not be called.</param>
/// <param name="Constraints">One clause for each constrained type parameter.</param>
internal sealed record MethodSignature(
    string Name,
    string Modifiers,
    string ReturnType,
    AlertAnswer Answer,
    string TypeParameters,
    EquatableArray<string> Parameters,
    EquatableArray<string> ParameterNames,
    EquatableArray<string> Constraints);
