using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>Compiles test sources as a user's project would: against net10.0 and the library.</summary>
internal static class TestSources
{
    public const string Usings = """
        using System;
        using Microsoft.Extensions.Logging;
        using TypedWebhookAlerts;

        """;

    public static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static readonly IReadOnlyList<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(AlertPipeline).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(LogLevel).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(DataClassificationAttribute).Assembly.Location),
    ];

    public static CSharpCompilation Compile(params string[] sources)
        => CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, index) => Parse(source, $"Source{index}.cs")),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                allowUnsafe: true));

    public static SyntaxTree Parse(string source, string path)
        => CSharpSyntaxTree.ParseText(source, ParseOptions, path);
}
