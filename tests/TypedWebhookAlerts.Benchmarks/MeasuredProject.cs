using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>
/// The project that generators are measured on: the same 1,000 methods once as alerts and once for LoggerMessage, each
/// spread over 50 files, among files that hold neither.
/// </summary>
internal sealed class MeasuredProject
{
    public const int Methods = Files * MethodsPerFile;

    private const int Files = 50;
    private const int MethodsPerFile = 20;
    private const int UnrelatedFiles = 150;

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(AlertPipeline).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(LogLevel).Assembly.Location),
    ];

    // Messages and the parameters that they name, as both generators can read them.
    private static readonly (string Message, string Parameters)[] s_shapes =
    [
        ("Shard {shard} lost its gateway: {reason}", "int shard, string reason"),
        ("{component}: {message}", "string component, string message, Exception exception"),
        ("Order {order} of {customer} was {state}", "Guid order, string customer, OrderState state"),
        ("Cache {cache} answered after {elapsed} with {share}", "string cache, TimeSpan elapsed, double share"),
        ("User {userId} used {command} in {guildId}", "ulong userId, string command, ulong guildId"),
        ("Item {item} is down to {count} since {since}", "Item item, int? count, DateTimeOffset since"),
    ];

    private readonly SyntaxTree[] _trees;
    private readonly SyntaxTree _edited;

    public MeasuredProject()
    {
        _edited = Parse(Unrelated(0, revision: 0), "Unrelated0.cs");
        _trees =
        [
            _edited,
            Parse(Shared, "Shared.cs"),
            .. Enumerable.Range(1, UnrelatedFiles - 1).Select(file => Parse(Unrelated(file, 0), $"Unrelated{file}.cs")),
            .. Enumerable.Range(0, Files).Select(file => Parse(Alerts(file), $"Alerts{file}.cs")),
            .. Enumerable.Range(0, Files).Select(file => Parse(Logs(file), $"Logs{file}.cs")),
        ];
    }

    /// <summary>A compilation that nobody has asked anything.</summary>
    public CSharpCompilation Compile()
        => CSharpCompilation.Create(
            "Measured",
            _trees,
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The compilation after one more keystroke in a file that holds no alert: in a body, or in a method's
    /// name, after which any type may mean something else.</summary>
    public CSharpCompilation Type(CSharpCompilation compilation, int revision, bool inName)
    {
        var current = compilation.SyntaxTrees.Single(tree => tree.FilePath == _edited.FilePath);
        var text = inName ? Unrelated(0, 0, suffix: revision) : Unrelated(0, revision);
        return compilation.ReplaceSyntaxTree(current, Parse(text, _edited.FilePath));
    }

    public static GeneratorDriver CreateDriver(IIncrementalGenerator generator)
        => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: s_parseOptions);

    private const string Shared = """
        namespace Measured;

        public enum OrderState { Open, Paid, Sent, Lost }

        public readonly record struct Item(int Number, string Name);
        """;

    private static string Alerts(int file)
        => Declarations(file, "Alerts", "AlertPipeline", "using TypedWebhookAlerts;", (level, message)
            => $"[WebhookAlert(LogLevel.{level}, \"{message}\")]");

    private static string Logs(int file)
        => Declarations(file, "Logs", "ILogger", string.Empty, (level, message)
            => $"[LoggerMessage(Level = LogLevel.{level}, Message = \"{message}\")]");

    // Every other class takes its target from a field, as services do, and the rest as an extension of it.
    private static string Declarations(
        int file, string area, string target, string imports, Func<string, string, string> attribute)
    {
        var isStatic = file % 2 == 0;
        var text = new StringBuilder();
        text.AppendLine("using System;").AppendLine("using Microsoft.Extensions.Logging;").AppendLine(imports);
        text.AppendLine(Invariant($"namespace Measured.{area};"));
        text.AppendLine(Invariant($"public {(isStatic ? "static " : string.Empty)}partial class Service{file}"));
        text.AppendLine("{");
        if (!isStatic)
        {
            text.AppendLine(Invariant($"    private readonly {target} _target;"));
            text.AppendLine(Invariant($"    public Service{file}({target} target) => _target = target;"));
        }

        for (var method = 0; method < MethodsPerFile; method++)
        {
            var (message, parameters) = s_shapes[(file + method) % s_shapes.Length];
            var level = method % 3 == 0 ? "Error" : "Warning";
            text.AppendLine("    " + attribute(level, message));
            text.AppendLine(isStatic
                ? Invariant($"    public static partial void Raise{method}(this {target} target, {parameters});")
                : Invariant($"    public partial void Raise{method}({parameters});"));
            text.AppendLine();
        }

        return text.AppendLine("}").ToString();
    }

    private static string Unrelated(int file, int revision, int suffix = 0)
    {
        var text = new StringBuilder();
        text.AppendLine("using System;").AppendLine("using System.Collections.Generic;");
        text.AppendLine(Invariant($"namespace Measured.Core;\npublic sealed class Worker{file}\n{{"));
        text.AppendLine("    private readonly Dictionary<string, int> _counts = [];");
        for (var method = 0; method < MethodsPerFile; method++)
        {
            text.AppendLine(Invariant($$"""

                    /// <summary>Counts what has come.</summary>
                    [Obsolete("count with the other")]
                    public int Count{{method}}_{{suffix}}(string name, int step)
                    {
                        var count = _counts.TryGetValue(name, out var known) ? known + step : {{revision}};
                        for (var i = 0; i < step; i++)
                        {
                            count += i % 2 == 0 ? name.Length : i;
                        }

                        return _counts[name] = count;
                    }
                """));
        }

        return text.AppendLine("}").ToString();
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, s_parseOptions, path);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
