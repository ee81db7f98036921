using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Tests.Harness;
using static TypedWebhookAlerts.Generators.Tests.Harness.IncrementalRun;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>What a keystroke rebuilds, step by step: nothing, or one file, but never less than it changed.</summary>
public sealed class CachingTests
{
    // Three containers over five files, one of them in two parts; what they show is declared in yet others.
    private static readonly string[] s_files =
    [
        TestSources.Usings + """
        namespace Shop;

        public static partial class Orders
        {
            [WebhookAlert(LogLevel.Error, "{order} {color}", Title = "Order")]
            public static partial void Lost(string order, Color color);

            [WebhookAlert(LogLevel.Error, "{order.Length}")]
            public static partial bool Late(string order, Exception exception);

            public static int Count() => 1;
        }
        """,
        TestSources.Usings + """
        namespace Shop;

        public partial class Stock : Service
        {
            [WebhookAlert(LogLevel.Warning, Texts.Low)]
            public partial void Low(Item item);

            public int Limit() { return 1; }
        }
        """,
        TestSources.Usings + """
        namespace Shop;

        public partial class Stock
        {
            [WebhookAlert(LogLevel.Warning, "{item.Number} is gone")]
            public partial void Gone(Item item, Item successor);
        }
        """,
        TestSources.Usings + """
        using Warn = TypedWebhookAlerts.WebhookAlertAttribute;

        namespace Shop;

        public static partial class Bills
        {
            [Warn(LogLevel.Warning, "{bill}")]
            public static partial void Unpaid(int bill);
        }
        """,
        TestSources.Usings + """
        namespace Shop;

        public enum Color { Red }

        public class Item { public int Number => 1; }

        public static class Texts { public const string Low = "{item.Number} is low"; }

        public class Service { protected int Id() => 1; }
        """,
        "class Other { int M() => 1; }",
    ];

    private const int OrdersFile = 0;
    private const int StockFile = 1;
    private const int DeclarationsFile = 4;
    private const int OtherFile = 5;

    /// <summary>Edits after which no declaration differs.</summary>
    public static TheoryData<string, int, string, string> EditsOfBodies { get; } = new()
    {
        { "in another file", OtherFile, "M() => 1", "M() => 2" },
        { "comment in another file", OtherFile, "class", "// moved\n\nclass" },
        { "in the file of an alert", OrdersFile, "Count() => 1", "Count() => 2" },
        { "in a block in the file of an alert", StockFile, "return 1;", "return Low.GetHashCode(;" },
        { "comment above an alert", OrdersFile, "[WebhookAlert(LogLevel.Error, \"{order}", "// x\n    $&" },
        { "in a body of what an alert shows", DeclarationsFile, "Number => 1", "Number => 2" },
    };

    /// <summary>Edits of declarations that no alert shows.</summary>
    public static TheoryData<string, int, string, string> EditsOfOtherDeclarations { get; } = new()
    {
        { "a method in another file", OtherFile, "int M()", "int M2() => 3; int M()" },
        { "a type in the file of an alert", OrdersFile, "public static partial class", "class More;\n\n$&" },
        { "a method beside an alert", OrdersFile, "int Count()", "int CountAll()" },
        { "a property of what an alert shows", DeclarationsFile, "int Number", "int Age => 1; public $&" },
    };

    /// <summary>Edits of other files that change what alerts mean, with the alerts that they change.</summary>
    public static TheoryData<string, string, string, string[]> EditsElsewhere { get; } = new()
    {
        { "member of an enum", "Red", "Red, Green", ["Lost"] },
        { "value of an enum's member", "Red", "Red = 2", ["Lost"] },
        { "underlying type of an enum", "enum Color", "enum Color : byte", ["Lost"] },
        { "type of a property", "int Number => 1", "string Number => \"\"", ["Low", "Gone"] },
        { "name of a property", "int Number", "int Numeral", ["Low", "Gone"] },
        { "accessibility of a property", "public int Number", "private int Number", ["Low", "Gone"] },
        { "text of a constant", "is low", "is nearly gone", ["Low"] },
        { "pipeline of a base class", "int Id()", "AlertPipeline P = null!; int Id()", ["Low", "Gone"] },
        { "companion in a base class", "int Id()", "bool LowIsEnabled() => true; int Id()", ["Low"] },
        { "base class of an argument", "class Item", "class Item : System.Exception", ["Gone"] },
    };

    [Fact]
    public void AnIdenticalCloneRebuildsNothing()
    {
        var (_, result) = Run(s_files, compilation => compilation.Clone());

        Assert.All(TrackingNames.All, step => Assert.All(Reasons(result, step), IsReused));
        Assert.All(OutputReasons(result), IsReused);
    }

    [Theory]
    [MemberData(nameof(EditsOfBodies))]
    public void AnEditThatChangesNoDeclarationIsOverAfterTheFirstStep(string edit, int file, string old, string text)
    {
        var (_, result) = Run(s_files, Edit(file, old, text));

        Assert.NotEmpty(edit);
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(result, TrackingNames.Declarations));
        Assert.All(
            TrackingNames.All.Except([TrackingNames.Declarations]),
            step => Assert.All(Reasons(result, step), IsCached));
        Assert.All(OutputReasons(result), IsCached);
    }

    [Theory]
    [MemberData(nameof(EditsOfOtherDeclarations))]
    public void AnEditThatChangesNoAlertRebuildsNothing(string edit, int file, string old, string text)
    {
        var (_, result) = Run(s_files, Edit(file, old, text));

        Assert.NotEmpty(edit);
        Assert.All(
            TrackingNames.All.Except([TrackingNames.Declarations]),
            step => Assert.All(Reasons(result, step), IsReused));
        Assert.All(OutputReasons(result), IsCached);
    }

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void NoStaleModelIsServedWhenAnotherFileChangesWhatItMeans(
        string edit, string old, string text, string[] alerts)
    {
        var files = s_files.ToArray();
        files[DeclarationsFile] = Replace(files[DeclarationsFile], old, text);

        var (before, after) = Run(s_files, Edit(DeclarationsFile, old, text));

        Assert.NotEmpty(edit);
        Assert.Equal(alerts, Changed(after, TrackingNames.Alerts).Select(NameOf));
        Assert.Equal(Sources(Generate(files)), Sources(after));
        Assert.NotEqual(Sources(before), Sources(after));
    }

    [Fact]
    public void OneAlertChangedAmongManyRebuildsOnlyItsFile()
    {
        var (_, result) = Run(s_files, Edit(OrdersFile, "{order} {color}", "Lost: {order} {color}"));

        Assert.Equal(["Lost"], Changed(result, TrackingNames.Alerts).Select(NameOf));
        Assert.Equal(5, Reasons(result, TrackingNames.Alerts).Count);
        Assert.Single(Reasons(result, TrackingNames.Containers), IsChanged);
        Assert.Equal(3, Reasons(result, TrackingNames.Containers).Count);
        Assert.All(Reasons(result, TrackingNames.Catalog), IsReused);
        Assert.Single(OutputReasons(result), IsChanged);
    }

    [Fact]
    public void APartOfATypeInAnotherFileRebuildsTheFileOfTheWholeType()
    {
        var (_, result) = Run(s_files, Edit(2, "is gone", "was here"));

        Assert.Equal(["Gone"], Changed(result, TrackingNames.Alerts).Select(NameOf));
        Assert.Single(OutputReasons(result), IsChanged);
        var stock = Assert.Single(Sources(result), source => source.Contains("was here", StringComparison.Ordinal));
        Assert.Contains("is low", stock, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAlertAddedElsewhereLeavesTheFilesOfOthers()
    {
        var (before, after) = Run(s_files, Edit(OtherFile, "class Other", """
            static partial class Zoo
            {
                [TypedWebhookAlerts.WebhookAlert(Microsoft.Extensions.Logging.LogLevel.Error, "{a}")]
                public static partial void X(int a);
            }
            class Other
            """));

        Assert.Single(Reasons(after, TrackingNames.Containers), IsChanged);
        Assert.Equal(before.GeneratedSources.Length + 1, after.GeneratedSources.Length);
    }

    [Fact]
    public void AnAlertTakenAwayLeavesTheFilesOfOthers()
    {
        var (before, after) = Run(s_files, Edit(3, "[Warn(LogLevel.Warning, \"{bill}\")]", string.Empty));

        Assert.Subset(Sources(after).ToHashSet(), Sources(before)
            .Where(source => !source.Contains("Unpaid", StringComparison.Ordinal)).ToHashSet());
        Assert.Equal(before.GeneratedSources.Length - 1, after.GeneratedSources.Length);
    }

    [Fact]
    public void DocumentationWrittenAboveAnAlertReplacesThePreview()
    {
        var (before, after) = Run(s_files, Edit(3, "    [Warn", "    /// <summary>My own.</summary>\n    [Warn"));

        Assert.Contains(Sources(before), HasPreview);
        Assert.Equal(["Unpaid"], Changed(after, TrackingNames.Alerts).Select(NameOf));
        Assert.DoesNotContain(Sources(after), HasPreview);

        static bool HasPreview(string source) => source.Contains("<para>{bill}</para>", StringComparison.Ordinal);
    }

    [Fact]
    public void AnAliasInAnotherFileMakesAMethodAnAlert()
    {
        string[] files = [.. s_files, """
            static partial class Zoo
            {
                [Shout(Microsoft.Extensions.Logging.LogLevel.Error, "{a}")] public static partial void X(int a);
            }
            """];
        var (before, after) = Run(files, Edit(
            OtherFile, "class", "global using ShoutAttribute = TypedWebhookAlerts.WebhookAlertAttribute;\nclass"));

        Assert.Equal(before.GeneratedSources.Length + 1, after.GeneratedSources.Length);
    }

    [Fact]
    public void OtherReferencesOrOptionsReadEveryAlertAgain()
    {
        var (_, without) = Run(s_files, compilation => compilation.RemoveReferences(compilation.References.First()));
        Assert.Single(Reasons(without, TrackingNames.Declarations), IsChanged);

        var (_, renamed) = Run(s_files, compilation => compilation.WithAssemblyName("Renamed"));
        Assert.Single(Reasons(renamed, TrackingNames.Declarations), IsChanged);

        var (_, plain) = Run(s_files, compilation => compilation.WithOptions(
            compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        Assert.Single(Reasons(plain, TrackingNames.Declarations), IsChanged);

        var (_, earlier) = Run(s_files, compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(
                tree.ToString(), TestSources.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp12)))));
        Assert.Single(Reasons(earlier, TrackingNames.Declarations), IsChanged);
    }

    [Fact]
    public void NoModelHoldsASymbolOrASyntaxNode()
    {
        var (_, result) = Run(s_files, Edit(OtherFile, "M() => 1", "M() => 2"));

        var runs = TrackingNames.All.Except([TrackingNames.Declarations]).SelectMany(step => result.TrackedSteps[step]);
        Assert.All(runs.SelectMany(run => run.Outputs), output => AssertPlain(output.Value));
    }

    [Fact]
    public void TheDeclarationsKeepNoCompilationOnceTheyAreRead()
    {
        var (_, result) = Run(s_files, Edit(OtherFile, "M() => 1", "M() => 2"));

        var step = Assert.Single(result.TrackedSteps[TrackingNames.Declarations]);
        var declarations = Assert.Single(step.Outputs).Value;
        var fields = declarations.GetType().GetFields(
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic);
        Assert.Contains(fields, field => field.FieldType == typeof(Compilation));
        Assert.All(fields, field => Assert.IsNotType<Compilation>(field.GetValue(declarations), exactMatch: false));
    }

    private static string NameOf(object alert) => Assert.IsType<Model.AlertMethod>(alert).Signature.Name;

    private static void IsReused(IncrementalStepRunReason reason) => Assert.False(IsChanged(reason), reason.ToString());

    private static void IsCached(IncrementalStepRunReason reason)
        => Assert.Equal(IncrementalStepRunReason.Cached, reason);

    private static void AssertPlain(object? value)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum)
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel);
        if (value is IEnumerable items)
        {
            Assert.All(items.Cast<object?>(), AssertPlain);
            return;
        }

        Assert.StartsWith("TypedWebhookAlerts.Generators.Model", value.GetType().FullName, StringComparison.Ordinal);
        Assert.All(value.GetType().GetProperties(), property => AssertPlain(property.GetValue(value)));
    }
}
