namespace TypedWebhookAlerts.Generators.Model;

/// <summary>The type that declares alerts: everything the generated file repeats of it.</summary>
/// <param name="Namespace">Its namespace as written in source, or empty.</param>
/// <param name="FullName">Namespace and types by their plain names: the first part of its alerts' names.</param>
/// <param name="MetadataName">The same with arities: what tells <c>Box</c> from <c>Box&lt;T&gt;</c>.</param>
/// <param name="Headers">The partial declarations to repeat, the outermost first.</param>
internal sealed record ContainingType(
    string Namespace,
    string FullName,
    string MetadataName,
    EquatableArray<string> Headers);
