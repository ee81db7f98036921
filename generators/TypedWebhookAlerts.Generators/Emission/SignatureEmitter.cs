using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes the other part of a partial method's signature.</summary>
internal static class SignatureEmitter
{
    private const int MaxWidth = 120;

    /// <summary>Writes it on one line, or where that would be too long, each parameter on its own.</summary>
    public static void Emit(SourceBuilder code, MethodSignature signature, string end = "")
    {
        var modifiers = signature.Modifiers.Length == 0 ? "partial" : signature.Modifiers + " partial";
        var name = SourceNames.Identifier(signature.Name) + signature.TypeParameters;
        var start = $"{modifiers} {signature.ReturnType} {name}(";
        var line = $"{start}{string.Join(", ", signature.Parameters)})";
        var constraints = string.Concat(signature.Constraints.Select(clause => " " + clause));
        if (code.Width + line.Length + constraints.Length + end.Length <= MaxWidth)
        {
            code.Line(line + constraints + end);
            return;
        }

        if (code.Width + line.Length > MaxWidth)
        {
            code.Line(start);
            line = EmitParameters(code, signature.Parameters);
        }

        EmitConstraints(code, line, signature.Constraints, end);
    }

    // The last one is the line that is still to be ended.
    private static string EmitParameters(SourceBuilder code, EquatableArray<string> parameters)
    {
        for (var i = 0; i < parameters.Count - 1; i++)
        {
            code.Line($"    {parameters[i]},");
        }

        return $"    {parameters[parameters.Count - 1]})";
    }

    private static void EmitConstraints(SourceBuilder code, string line, EquatableArray<string> constraints, string end)
    {
        foreach (var clause in constraints)
        {
            code.Line(line);
            line = "    " + clause;
        }

        code.Line(line + end);
    }
}
