using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace TypedWebhookAlerts.Generators.Tests.Architecture;

/// <summary>The rooms of the runtime, and who may know whom: imports run one way, by source folder.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "(root)";

    /// <summary>The start without a host. Like Hosting it is an entrance, which composes what lies below it.</summary>
    private const string Start = "Start";

    private static readonly string[] s_lowest = ["Attributes", "Options", "Results"];

    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["Attributes"] = s_lowest,
        ["Options"] = s_lowest,
        ["Results"] = s_lowest,
        ["Privacy"] = s_lowest,
        ["Rendering"] = ["Privacy", .. s_lowest],
        ["Capture"] = ["Rendering", "Privacy", .. s_lowest],
        ["Delivery"] = ["Rendering", "Privacy", .. s_lowest],
        ["Dispatch"] = ["Capture", "Delivery", "Rendering", "Privacy", .. s_lowest],
        [Root] = ["Dispatch", "Capture", "Delivery", "Rendering", "Privacy", .. s_lowest],
        ["Monitoring"] = [Root, "Dispatch", "Capture", "Delivery", "Rendering", "Privacy", .. s_lowest],
        [Start] = ["Monitoring", Root, "Dispatch", "Capture", "Delivery", "Rendering", "Privacy", .. s_lowest],
        ["Hosting"] = ["Monitoring", Root, "Dispatch", "Capture", "Delivery", "Rendering", "Privacy", .. s_lowest],
    };

    private static readonly Lazy<HashSet<(string From, string To, string Text)>> s_imports = new(Imports);

    [Fact]
    public void NoRoomImportsUphill()
    {
        var uphill = s_imports.Value
            .Where(import => !s_mayKnow[import.From].Contains(import.To))
            .Select(import => import.Text);

        Assert.Empty(uphill);
    }

    [Fact]
    public void EveryRoomIsListedAndSeen()
        => Assert.Equal(
            s_mayKnow.Keys.Order(StringComparer.Ordinal),
            Files().Select(RoomOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void TheRuleSeesAnImport()
        => Assert.Contains(s_imports.Value, import => import is { From: "Dispatch", To: "Delivery" });

    private static HashSet<(string From, string To, string Text)> Imports()
    {
        var compilation = Compile();
        var imports = new HashSet<(string, string, string)>();
        foreach (var tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            var model = compilation.GetSemanticModel(tree);
            var from = RoomOf(tree.FilePath);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                // A name in a doc comment's cref is no import; trivia is not descended into.
                foreach (var file in FilesOf(model.GetSymbolInfo(name).Symbol))
                {
                    var to = RoomOf(file);
                    if (to != from)
                    {
                        var (user, used) = (Path.GetFileName(tree.FilePath), Path.GetFileName(file));
                        imports.Add((from, to, $"{from}/{user} knows {to}/{used}"));
                    }
                }
            }
        }

        return imports;
    }

    private static IEnumerable<string> FilesOf(ISymbol? symbol)
        => symbol is null or INamespaceSymbol
            ? []
            : symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath)
                .Where(path => path.Length > 0);

    private static CSharpCompilation Compile()
    {
        const string ImplicitUsings = """
            global using System;
            global using System.Collections.Generic;
            global using System.IO;
            global using System.Linq;
            global using System.Net.Http;
            global using System.Threading;
            global using System.Threading.Tasks;
            """;
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = platform.Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "TypedWebhookAlerts.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Files()
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options));
        return CSharpCompilation.Create("Rooms", trees, references);
    }

    private static IEnumerable<string> Files()
        => Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Where(file => RoomOf(file) is not ("obj" or "bin"));

    private static string RoomOf(string file)
    {
        var parts = Path.GetRelativePath(SourceFolder(), file).Split(Path.DirectorySeparatorChar);
        return parts switch
        {
            ["WebhookAlerts.cs"] => Start,
            [_] => Root,
            _ => parts[0],
        };
    }

    private static string SourceFolder([CallerFilePath] string thisFile = "")
        => Path.GetFullPath(Path.Combine(thisFile, "..", "..", "..", "..", "src", "TypedWebhookAlerts"));
}
