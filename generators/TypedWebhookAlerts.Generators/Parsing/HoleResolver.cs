using System.Text;
using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Finds what a hole names: a parameter, or a member on the way from one.</summary>
internal static class HoleResolver
{
    public static ResolvedHole Resolve(AlertDeclaration alert, TemplateHole hole)
    {
        var name = hole.Path[0];
        if (alert.Values.FirstOrDefault(candidate => candidate.Name == name) is not { } parameter)
        {
            return new ResolvedHole(null, string.Empty, null, FailedAt: 0);
        }

        var read = SourceNames.Identifier(name);
        if (hole.Path.Count == 1 || !AlertDeclaration.IsPassedIn(parameter))
        {
            return new ResolvedHole(
                parameter, read, alert.TypeOf(parameter), Sensitivity: alert.SensitivityOf(parameter));
        }

        var sensitivity = new Sensitivity(alert.Compilation).Add(parameter);
        var resolved = sensitivity.IsSecret
            ? new ResolvedHole(parameter, read, ValueTypes.Secret)
            : Walk(alert, hole, parameter, read, sensitivity);
        return resolved with { Sensitivity = sensitivity };
    }

    private static ResolvedHole Walk(
        AlertDeclaration alert, TemplateHole hole, IParameterSymbol parameter, string start, Sensitivity sensitivity)
    {
        var read = new StringBuilder(start);
        var type = parameter.Type;
        var members = new List<ISymbol>();
        var isLifted = false;
        for (var i = 1; i < hole.Path.Count; i++)
        {
            var isNullable = ValueTypes.IsNullableValue(type, out var underlying);
            sensitivity.AddType(underlying);
            if (isNullable && hole.Path[i] == "Value" && i < hole.Path.Count - 1)
            {
                // The next step reads through the nullable with "?."; ".Value" itself would throw.
                continue;
            }

            if (isNullable && hole.Path[i] is "Value" or "HasValue")
            {
                var itself = NullableItself(hole, i, parameter, read, type, isLifted);
                return itself with { Type = Sensitive(itself.Type, type), Members = members };
            }

            if (MemberLookup.Find(alert, underlying, hole.Path[i]) is not { } found)
            {
                return new ResolvedHole(parameter, read.ToString(), null, i, underlying);
            }

            var canBeNull = isNullable || !type.IsValueType;
            isLifted |= canBeNull;
            read.Append(canBeNull ? "?." : ".").Append(SourceNames.Identifier(found.Name));
            type = found is IPropertySymbol property ? property.Type : ((IFieldSymbol)found).Type;
            members.Add(found);
            sensitivity.Add(found);
        }

        // A span cannot be kept in a local that outlives the guard around the getter.
        var captured = ValueTypes.Of(type, isLifted || type.IsRefLikeType);
        return new ResolvedHole(parameter, read.ToString(), Sensitive(captured, type), Members: members);

        CapturedType? Sensitive(CapturedType? plain, ITypeSymbol shown)
            => plain is null ? null : sensitivity.AddShown(shown).Apply(plain);
    }

    private static ResolvedHole NullableItself(
        TemplateHole hole, int index, IParameterSymbol parameter, StringBuilder read, ITypeSymbol type, bool isLifted)
    {
        ValueTypes.IsNullableValue(type, out var underlying);
        if (index < hole.Path.Count - 1)
        {
            return new ResolvedHole(parameter, read.ToString(), null, index + 1, underlying);
        }

        if (hole.Path[index] == "Value")
        {
            return new ResolvedHole(parameter, read.ToString(), ValueTypes.Of(type, isLifted: true));
        }

        var hasValue = type.GetMembers("HasValue").OfType<IPropertySymbol>().First();
        return new ResolvedHole(parameter, read.Append(".HasValue").ToString(), ValueTypes.Of(hasValue.Type, isLifted));
    }
}
