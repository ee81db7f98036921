namespace TypedWebhookAlerts.Generators.Model;

/// <summary>One generated file: a containing type with all of its alerts.</summary>
/// <param name="Type">The containing type.</param>
/// <param name="DescriptorClass">The class of its descriptors, which also names the file: unique in the assembly
/// even when case is ignored, as hint names are.</param>
/// <param name="Alerts">Its alerts in source order.</param>
internal sealed record AlertContainer(
    ContainingType Type,
    string DescriptorClass,
    EquatableArray<AlertMethod> Alerts);
