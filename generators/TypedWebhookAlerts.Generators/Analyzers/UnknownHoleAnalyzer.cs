using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1002: a hole that names no parameter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnknownHoleAnalyzer() : AlertAnalyzer(Rules.UnknownHole)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => from entry in alert.Templates
           from hole in entry.Template.Holes
           where HoleResolver.Resolve(alert, hole).Parameter is null
           select Report(
               AttributeLocations.OfName(alert, entry.Argument, hole, 0),
               alert.Method.Name,
               Problem(alert, hole.Path[0]));

    private static string Problem(AlertDeclaration alert, string name)
        => alert.Method.Parameters.Any(parameter => parameter.Name == name)
            ? $"cannot show '{name}': it is the pipeline that takes the alert, and no value of it"
            : $"has no parameter '{name}'{NearestName.Hint(name, alert.Values.Select(parameter => parameter.Name))}";
}
