using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>What a hole means.</summary>
/// <param name="Parameter">The parameter it names, or null where there is none of that name.</param>
/// <param name="Read">The expression that reads its value, every step with <c>?.</c> where it can be null.</param>
/// <param name="Type">What the value is captured as.</param>
/// <param name="FailedAt">The index of the first name that means nothing, or -1.</param>
/// <param name="FailedOn">The type that has no such member, or null where the parameter is unknown.</param>
/// <param name="Members">What it is read through, or null.</param>
/// <param name="Sensitivity">What must not be shown of it.</param>
internal sealed record ResolvedHole(
    IParameterSymbol? Parameter,
    string Read,
    CapturedType? Type,
    int FailedAt = -1,
    ITypeSymbol? FailedOn = null,
    IReadOnlyList<ISymbol>? Members = null,
    Sensitivity? Sensitivity = null);
