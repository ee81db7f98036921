using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Turns a marked method into a model. No symbol and no syntax goes further than this.</summary>
internal static class AlertParser
{
    /// <summary>Reads the alerts of a project, file by file.</summary>
    public static IReadOnlyList<AlertMethod> Parse(Compilation compilation, CancellationToken cancellation)
    {
        var alerts = new List<AlertMethod>();
        var aliases = compilation.SyntaxTrees.SelectMany(tree => FileAlerts.Of(tree).GlobalAliases).ToArray();
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var syntax in FileAlerts.Of(tree).Marked(aliases))
            {
                cancellation.ThrowIfCancellationRequested();
                model ??= compilation.GetSemanticModel(tree);
                if (Find(model, syntax) is { CanHaveOtherPart: true } alert)
                {
                    alerts.Add(Parse(alert));
                }
            }
        }

        return alerts;
    }

    // Where the other part would only add errors to the compiler's own, there is no model.
    private static AlertDeclaration? Find(SemanticModel model, MethodDeclarationSyntax syntax)
        => model.GetDeclaredSymbol(syntax) is { } method
            ? AlertDeclaration.Create(method, syntax, model.Compilation)
            : null;

    private static AlertMethod Parse(AlertDeclaration alert)
    {
        var reader = new LookReader(alert);
        var (values, look) = reader.Read();
        var pipeline = PipelineSource.Find(alert, out var member);
        var container = ContainerReader.Read(alert.Method.ContainingType);
        return new AlertMethod(
            container,
            SignatureReader.Read(alert),
            BodyOf(alert),
            Settings(alert, container),
            pipeline,
            EnabledReader.Read(alert),
            values,
            look,
            HasDocumentation(alert.Syntax),
            DiagnosticIds.Of(alert, reader.Members, reader.Sensitivities, member));
    }

    private static AlertBody BodyOf(AlertDeclaration alert)
    {
        // With both parts written by the user, ours makes the compiler say so (CS0757).
        if (alert.HasBody && alert.Method.PartialDefinitionPart is null)
        {
            return AlertBody.Definition;
        }

        var isWhole = alert.ReturnsSupported
            && alert.Values.All(parameter => alert.TypeOf(parameter).Kind != ValueKind.Unsupported)
            && alert.Method.Parameters.All(parameter => parameter.RefKind is not (RefKind.Out or RefKind.Ref));
        return isWhole ? AlertBody.Capture : AlertBody.Refuse;
    }

    private static AlertSettings Settings(AlertDeclaration alert, ContainingType container)
    {
        var eventId = alert.Named<int>("EventId");
        return new AlertSettings(
            alert.Argument(0) as int? ?? 0,
            alert.DeclaredTemplate ?? string.Empty,
            alert.Argument(2) as string,
            alert.Named<string>("Title"),
            eventId == 0 ? EventIds.Of($"{container.FullName}.{alert.Method.Name}") : eventId,
            alert.Named<string>("EventName"),
            alert.Named("Color", unset: -1),
            alert.Named("CoalesceSeconds", unset: -1),
            alert.Named("MaxPerMinute", unset: 0),
            alert.Named("OpenAfterSeconds", unset: -1));
    }

    /// <summary>Whether the user documented a method. Where no documentation file is asked for, the compiler reads
    /// documentation as plain comments.</summary>
    public static bool HasDocumentation(MethodDeclarationSyntax syntax)
        => syntax.GetLeadingTrivia().Any(trivia => trivia.HasStructure
            ? trivia.GetStructure() is DocumentationCommentTriviaSyntax
            : IsDocumentation(trivia));

    private static bool IsDocumentation(SyntaxTrivia trivia)
        => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            && trivia.ToString() is { } text
            && (text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal));
}
