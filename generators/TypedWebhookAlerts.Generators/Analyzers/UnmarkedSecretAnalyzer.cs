using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1021: a value that only its name says to be a secret. The scrubber sees values, and <c>hunter2</c> is a
/// word like any other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnmarkedSecretAnalyzer() : AlertAnalyzer(Rules.UnmarkedSecret)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => Parameters(alert).Concat(Members(alert));

    private IEnumerable<Diagnostic> Parameters(AlertDeclaration alert)
        => from parameter in alert.Values
           where SecretNames.IsSecret([parameter.Name])
               && IsOpen(alert.TypeOf(parameter), parameter.Type)
               && IsShownItself(alert, parameter)
           select Report(alert, AttributeLocations.Parameter(alert, parameter), parameter.Name, parameter);

    private IEnumerable<Diagnostic> Members(AlertDeclaration alert)
        => from entry in alert.Templates
           from hole in entry.Template.Holes
           where hole.Path.Count > 1 && SecretNames.IsSecret(hole.Path)
           let resolved = HoleResolver.Resolve(alert, hole)
           where resolved.Parameter is not null
           let read = resolved.Members is [.., var last] ? last : resolved.Parameter
           where IsOpen(resolved.Type, TypeOf(read))
           select Report(
               alert,
               AttributeLocations.OfName(alert, entry.Argument, hole, hole.Path.Count - 1),
               string.Join(".", hole.Path),
               read);

    // Where the mark belongs is told to the code fix, if this compilation can be changed there.
    private Diagnostic Report(AlertDeclaration alert, Location location, string name, ISymbol marked)
        => Diagnostic.Create(
            Rule,
            location,
            marked.DeclaringSyntaxReferences
                .Where(reference => alert.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
                .Select(reference => Location.Create(reference.SyntaxTree, reference.Span)),
            name,
            Remedy(marked));

    private static string Remedy(ISymbol marked)
        => marked is IParameterSymbol ? "mark it [Secret], or classify it"
            : marked.DeclaringSyntaxReferences.IsEmpty ? $"name it in no hole; '{Display(marked)}' is not yours to mark"
            : $"mark '{Display(marked)}' [Secret], or classify it";

    private static string Display(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";

    private static bool IsOpen(CapturedType? captured, ITypeSymbol type)
        => captured is { IsClassified: false, Kind: not (ValueKind.Secret or ValueKind.Unsupported) }
            && TextTypes.CarriesText(type);

    // A parameter may only be there for what holes read through it.
    private static bool IsShownItself(AlertDeclaration alert, IParameterSymbol parameter)
    {
        var holes = alert.Templates
            .SelectMany(entry => entry.Template.Holes)
            .Where(hole => hole.Path[0] == parameter.Name)
            .ToArray();
        return holes.Length == 0
            || holes.Any(hole => hole.Path.Count == 1)
            || KnownTypes.FieldAttribute(parameter) is not null;
    }

    private static ITypeSymbol TypeOf(ISymbol read)
        => read switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => ((IParameterSymbol)read).Type,
        };
}
