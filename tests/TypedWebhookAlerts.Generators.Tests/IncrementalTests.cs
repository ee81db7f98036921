using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Parsing;
using TypedWebhookAlerts.Generators.Tests.Harness;
using TypedWebhookAlerts.Tests;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Whatever was typed before, an editor is served what a fresh build would be.</summary>
public sealed class IncrementalTests
{
    private static readonly string[] s_files =
    [
        TestSources.Usings + """
        namespace Shop;
        public partial class Orders(AlertPipeline pipe) : Service
        {
            [WebhookAlert(LogLevel.Error, "{order} {color}" + Texts.End, Title = $"{Texts.Name} lost", Color = 7)]
            public partial void Lost(string order, Color color, Item? item = null);
            public int Count() { return 1; }
        }
        """,
        TestSources.Usings + """
        using Warn = TypedWebhookAlerts.WebhookAlertAttribute;
        namespace Shop;
        public static partial class Stock
        {
            [Warn(LogLevel.Warning, "{item.Number} {item.Kind}", EventId = Texts.Id)]
            internal static partial bool Low(Item item, [AlertField("N", Inline = true)] int left);
            [Shout(LogLevel.Critical, @"{items}")]
            public static partial AlertReceipt Gone<T>(T items, Exception e)
                where T : System.Collections.Generic.List<int>;
        }
        """,
        TestSources.Usings + """
        #if EXTRA
        global using ShoutAttribute = TypedWebhookAlerts.WebhookAlertAttribute;
        #endif
        namespace Shop;
        public enum Color : byte { Red = 1, Blue = Texts.Id }
        public class Item { public int Number { get { return 1; } } public Color? Kind => null; }
        public static class Texts
        { public const string End = "!", Name = "x"; public const int Id = 3; static int s = 4; }
        public class Service { protected AlertPipeline Pipe { get; set; } = null!; }
        """,
    ];

    // What stands in a source, and what may stand in its place; each way is an edit. Some do not compile.
    private static readonly (string Old, string New)[] s_edits =
    [
        ("{order} ", "{order,5} "), ("\"!\"", "\"?\""), ("{Texts.Name} lost", "{Texts.Name} gone"),
        ("{items}", "all {items}"), ("Color = 7", "Color = 8"), ("Red = 1", "Red = 2"), ("Blue", "Green"),
        (": byte", ": long"), ("Id = 3", "Id = 4"), ("s = 4", "s = 5"), ("return 1;", "return 2;"),
        ("{ get { return 1; } }", "=> 1;"), ("int Number", "string? Number"), ("Color? Kind", "Item? Kind"),
        ("Pipe { get; set; }", "Pipe { get => field; set; }"), ("protected AlertPipeline", "private AlertPipeline"),
        ("AlertPipeline pipe", "AlertPipeline? pipe"), ("#if EXTRA", "#if !EXTRA"), ("[Warn(", "[@Warn("),
        ("[WebhookAlert(", "[@WebhookAlert("), ("using Warn = T", "using Warn = System.ObsoleteAttribute; using W = T"),
        ("namespace Shop;", "namespace Shop.Deep;"), ("#if", "#nullable disable\n#if"),
        ("public enum", "[Flags] public enum"), ("string order", "in string order"),
        ("public class Item", "[Obsolete(\"\", DiagnosticId = \"OLD\")] public class Item"),
        ("public class Item", "[System.Diagnostics.CodeAnalysis.Experimental(\"NEW\")] public class Item"),
        ("class Item {", "class Item : Exception {"),
        ("class Item {", "class Item : System.Collections.Generic.List<int> {"),
        ("    [W", "    /// <summary>Own.</summary>\n    [W"), ("    [W", "    // plain\n    [W"),
        ("internal static partial", "static partial"), ("item = null", "item = default"),
        (", int left", ", object left"),
        ("List<int>;", "List<int?>, new();"), ("Inline = true", "Inline = false"), ("Count()", "LostIsEnabled()"),
        ("public partial void Lost", "public unsafe partial void Lost"), ("(LogLevel.Error", "(LogLevel.Critical"),
        ("static int s", "const int s"), ("class Service {", "class Service { protected bool LostIsEnabled() => true;"),
        ("order, Color", "order, [Secret] Color"), ("order, Color", "order, [@Secret] Color"),
    ];

    /// <summary>Steps: an edit there and back, a file taken away, doubled or moved, another language, other options.
    /// </summary>
    [Fact]
    public void AfterAnyEditsWhatIsGeneratedIsWhatAFreshRunGenerates()
        => Gen.Int[0, (2 * s_edits.Length) + 7].Array[1, 12].Hold(
            steps =>
            {
                var compilation = TestSources.Compile(s_files);
                var driver = Generation.CreateDriver().RunGenerators(compilation);
                foreach (var step in steps)
                {
                    compilation = Step(compilation, step);
                    var forgotten = driver.RunGenerators(Step(compilation, step + 3));
                    driver = driver.RunGenerators(compilation);

                    Assert.Equal(Texts(Generation.CreateDriver().RunGenerators(compilation)), Texts(driver));
                    Assert.Null(forgotten.GetRunResult().Results.Single().Exception);
                }
            },
            count: 50,
            threads: 1);

    /// <summary>Two runs may go on from one that failed or was given up after the declarations were compared.
    /// </summary>
    [Fact]
    public void DeclarationsMayBeReadAgain()
    {
        var declarations = new ProjectDeclarations(TestSources.Compile(s_files));

        Assert.Throws<OperationCanceledException>(() => declarations.Read(new CancellationToken(canceled: true)));
        var alerts = declarations.Read(TestContext.Current.CancellationToken);
        Assert.NotEmpty(alerts);
        Assert.Same(alerts, declarations.Read(TestContext.Current.CancellationToken));
    }

    private static CSharpCompilation Step(CSharpCompilation compilation, int step)
    {
        var edits = 2 * s_edits.Length;
        var trees = compilation.SyntaxTrees;
        return (step - edits) switch
        {
            < 0 => Edit(compilation, s_edits[step / 2], isBack: step % 2 == 1),
            0 when trees.Length > 1 => compilation.RemoveSyntaxTrees(trees[0]),
            1 when trees.Length < 5 => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                s_files[trees.Length % 3], (CSharpParseOptions)trees[0].Options, "New.cs")),
            2 => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.Reverse()),
            3 => WithParseOptions(compilation, options => options.WithLanguageVersion(LanguageVersion.CSharp13)),
            4 => WithParseOptions(compilation, options => options.WithPreprocessorSymbols("EXTRA")),
            5 => WithParseOptions(compilation, options => options.WithDocumentationMode(DocumentationMode.None)),
            6 => compilation.WithOptions(
                compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)),
            7 => compilation.WithReferences(compilation.References.Skip(1).Append(compilation.References.First())),
            _ => compilation,
        };
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, (string Old, string New) edit, bool isBack)
    {
        var (old, text) = isBack ? (edit.New, edit.Old) : edit;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var edited = tree.ToString().Replace(old, text, StringComparison.Ordinal);
            if (edited != tree.ToString())
            {
                compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(
                    edited, (CSharpParseOptions)tree.Options, tree.FilePath));
            }
        }

        return compilation;
    }

    private static CSharpCompilation WithParseOptions(
        CSharpCompilation compilation, Func<CSharpParseOptions, CSharpParseOptions> change)
        => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(tree
            => CSharpSyntaxTree.ParseText(
                tree.ToString(), change((CSharpParseOptions)tree.Options), tree.FilePath)));

    private static IEnumerable<string> Texts(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result.GeneratedSources.Select(source => $"{source.HintName}\n{source.SourceText}");
    }
}
