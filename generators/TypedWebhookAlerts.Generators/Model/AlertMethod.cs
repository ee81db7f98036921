namespace TypedWebhookAlerts.Generators.Model;

/// <summary>A declared alert: what it captures, and how it looks.</summary>
/// <param name="Container">The type that declares it.</param>
/// <param name="Signature">The method as the generated part must repeat it.</param>
/// <param name="Body">What the generated part holds.</param>
/// <param name="Settings">The attribute's values.</param>
/// <param name="Pipeline">Where the pipeline that takes the alert is read.</param>
/// <param name="Enabled">The companion <c>XIsEnabled</c>, or null where the user has a member of that name.</param>
/// <param name="Values">What is captured, in the order written: the key first.</param>
/// <param name="Look">What is shown.</param>
/// <param name="HasOwnDocumentation">Whether the user documented the method; otherwise a preview does.</param>
/// <param name="DiagnosticIds">What the compiler says, under ids of their own, of types and members that the generated
/// part must name: the user has decided to use them.</param>
internal sealed record AlertMethod(
    ContainingType Container,
    MethodSignature Signature,
    AlertBody Body,
    AlertSettings Settings,
    PipelineRead Pipeline,
    EnabledMethod? Enabled,
    EquatableArray<CapturedValue> Values,
    AlertLook Look,
    bool HasOwnDocumentation,
    EquatableArray<string> DiagnosticIds);
