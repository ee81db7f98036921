using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers;
using TypedWebhookAlerts.Generators.Tests.Harness;
using TypedWebhookAlerts.Generators.Tests.Promise.Declarations;
using TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>A batch of declarations, compiled together: those that no rule refuses can be called.</summary>
internal sealed class CompiledAlerts
{
    private static readonly string s_usings =
        TestSources.Usings + $"using {typeof(Mood).Namespace};\n";

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(AlertAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The declarations that compile, in their order.</summary>
    public required IReadOnlyList<CallableAlert> Alerts { get; init; }

    /// <summary>The declarations that a rule refuses, each with the rule's id.</summary>
    public required IReadOnlyList<(Declaration Declaration, string Rule)> Refused { get; init; }

    /// <summary>What the compiler has against declarations that no rule refuses.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Compiles declarations, or takes them as another process has compiled the same.</summary>
    public static async Task<CompiledAlerts> OfAsync(IReadOnlyList<Declaration> declarations)
    {
        if (KeptBatch.OfThisProcess?.Read(declarations) is { } kept)
        {
            return new CompiledAlerts
            {
                Alerts = Load(kept.Image, Accepted(declarations, kept.Refused)),
                Refused = kept.Refused,
                Errors = [],
            };
        }

        return await CompileAsync(declarations);
    }

    private static async Task<CompiledAlerts> CompileAsync(IReadOnlyList<Declaration> declarations)
    {
        var refused = await RefusedAsync(declarations);
        var accepted = Accepted(declarations, refused);
        var compilation = Compile(accepted);
        Generation.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var said);
        using var image = new MemoryStream();
        var emitted = output.Emit(image);
        string[] errors = [.. said.Concat(emitted.Diagnostics)
            .Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => found.ToString())];
        if (errors.Length == 0)
        {
            KeptBatch.OfThisProcess?.Write(declarations, image.ToArray(), refused);
        }

        return new CompiledAlerts
        {
            Alerts = errors.Length > 0 ? [] : Load(image.ToArray(), accepted),
            Refused = refused,
            Errors = errors,
        };
    }

    private static Declaration[] Accepted(
        IReadOnlyList<Declaration> declarations, IReadOnlyList<(Declaration Declaration, string Rule)> refused)
        => [.. declarations.Except(refused.Select(refusal => refusal.Declaration))];

    private static async Task<IReadOnlyList<(Declaration Declaration, string Rule)>> RefusedAsync(
        IReadOnlyList<Declaration> declarations)
    {
        var compilation = Compile(declarations);
        Dictionary<SyntaxTree, Declaration> byTree = compilation.SyntaxTrees
            .Zip(declarations)
            .ToDictionary(pair => pair.First, pair => pair.Second);
        var said = await compilation.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. said
            .Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => (byTree[found.Location.SourceTree!], found.Id))
            .Distinct()];
    }

    private static CSharpCompilation Compile(IReadOnlyList<Declaration> declarations)
        => TestSources.Compile([.. declarations.Select(declaration => s_usings + declaration.Source)])
            .AddReferences(MetadataReference.CreateFromFile(typeof(Mood).Assembly.Location));

    private static IReadOnlyList<CallableAlert> Load(byte[] image, IReadOnlyList<Declaration> declarations)
    {
        var type = Assembly.Load(image).GetType("A", throwOnError: true)!;
        return [.. declarations.Select(declaration => new CallableAlert(
            declaration,
            type.GetMethod($"Call{declaration.Index}")!.CreateDelegate<Func<AlertPipeline, object?[], bool?>>()))];
    }
}
