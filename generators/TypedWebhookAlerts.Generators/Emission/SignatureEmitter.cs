using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes the other part of a partial method's signature.</summary>
internal static class SignatureEmitter
{
    public static string Declare(MethodSignature signature)
    {
        var modifiers = signature.Modifiers.Length == 0 ? "partial" : signature.Modifiers + " partial";
        var name = SourceNames.Identifier(signature.Name) + signature.TypeParameters;
        var constraints = string.Concat(signature.Constraints.Select(clause => " " + clause));
        return $"{modifiers} {signature.ReturnType} {name}({string.Join(", ", signature.Parameters)}){constraints}";
    }
}
