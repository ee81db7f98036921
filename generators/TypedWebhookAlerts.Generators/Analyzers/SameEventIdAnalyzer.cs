using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1019: a declared event id that an alert above in the same type has already.</summary>
/// <remarks>It looks at types and not at methods: each method would have to look at all others.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SameEventIdAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(Rules.SameEventId);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (var same in Numbered((INamedTypeSymbol)context.Symbol).GroupBy(alert => alert.EventId))
        {
            // Of several files, the one whose name comes first is above.
            var alerts = same
                .OrderBy(alert => alert.Place.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(alert => alert.Place.SourceSpan.Start)
                .ToArray();
            foreach (var alert in alerts.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.SameEventId, alert.Place, alert.Method.Name, same.Key, alerts[0].Method.Name));
            }
        }
    }

    private static IEnumerable<(IMethodSymbol Method, int EventId, Location Place)> Numbered(INamedTypeSymbol type)
        => from method in type.GetMembers().OfType<IMethodSymbol>()
           let attribute = KnownTypes.Find(method, KnownTypes.WebhookAlertAttribute)
           where attribute is not null
           from argument in attribute.NamedArguments
           where argument is { Key: "EventId", Value.Value: int and not 0 }
           select (method, (int)argument.Value.Value!, AttributeLocations.Argument(attribute, "EventId"));
}
