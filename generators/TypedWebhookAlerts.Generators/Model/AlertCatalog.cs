namespace TypedWebhookAlerts.Generators.Model;

/// <summary>The list of an assembly's alerts. Only their names are in it, so that it stays as it is while one of them
/// is edited.</summary>
/// <param name="Descriptors">Where each alert's descriptor is: class and field, by the names of the containing types.
/// </param>
internal sealed record AlertCatalog(EquatableArray<string> Descriptors);
