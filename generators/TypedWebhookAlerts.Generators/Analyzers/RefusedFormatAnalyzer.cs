using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers.Formats;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1013: a format that its value's type refuses, or has no use for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RefusedFormatAnalyzer() : AlertAnalyzer(Rules.RefusedFormat)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => from entry in alert.Templates
           from hole in entry.Template.Holes
           let format = hole.Format ?? string.Empty
           where format.Length > 0 && !TimestampFormat.IsMeant(format)
           let type = HoleResolver.Resolve(alert, hole).Type
           where type is not null
           let problem = FormatGrammar.Problem(type, format)
           where problem is not null
           select Report(
               AttributeLocations.OfFormat(alert, entry.Argument, hole),
               string.Join(".", hole.Path),
               format,
               problem);
}
