using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

public sealed class CachingTests
{
    private const string Alerts = TestSources.Usings + """
        namespace Shop;

        public enum Color { Red }

        public static partial class Orders
        {
            [WebhookAlert(LogLevel.Error, "{order} {color}", Title = "Order")]
            public static partial void Lost(string order, Color color);

            [WebhookAlert(LogLevel.Error, "{order.Length}")]
            public static partial bool Late(string order, Exception exception);
        }

        public static partial class Stock
        {
            [WebhookAlert(LogLevel.Warning, "{item}")]
            public static partial void Low(string item);

            public static int Count() => 1;
        }
        """;

    private const string Other = "class Other { int M() => 1; }";

    public static TheoryData<string, string, string> HarmlessEdits { get; } = new()
    {
        { "identical clone", Alerts, Other },
        { "edit of another file", Alerts, "class Other { int M() => 2; string N() => \"\"; }" },
        { "edit in a body", Edit("Count() => 1", "Count() => 2"), Other },
        { "comment above an alert", Edit("public enum", "// moved\n\npublic enum"), Other },
        { "another type in the file", Alerts + "\nclass More;", Other },
    };

    [Theory]
    [MemberData(nameof(HarmlessEdits))]
    public void AnEditThatChangesNoAlertRebuildsNothing(string edit, string alerts, string other)
    {
        var result = RunTwice(alerts, other);

        Assert.NotEmpty(edit);
        Assert.All(TrackingNames.All, step => Assert.All(Reasons(result, step), IsReused));
        Assert.All(OutputReasons(result), IsReused);
    }

    [Fact]
    public void OneAlertChangedAmongManyRebuildsOnlyItsFile()
    {
        var result = RunTwice(Edit("{item}", "Low: {item}"), Other);

        Assert.Single(Reasons(result, TrackingNames.Alerts), IsChanged);
        Assert.Equal(3, Reasons(result, TrackingNames.Alerts).Count);
        Assert.Single(Reasons(result, TrackingNames.Containers), IsChanged);
        Assert.Equal(2, Reasons(result, TrackingNames.Containers).Count);
        Assert.All(Reasons(result, TrackingNames.Catalog), IsReused);
        Assert.Single(OutputReasons(result), IsChanged);
        Assert.Equal(3, OutputReasons(result).Count);
    }

    [Fact]
    public void AnAlertAddedElsewhereLeavesTheFilesOfOthers()
    {
        var result = RunTwice(Alerts, """
            using Microsoft.Extensions.Logging; using TypedWebhookAlerts;
            static partial class Zoo { [WebhookAlert(LogLevel.Error, "{a}")] public static partial void X(int a); }
            """);

        Assert.Single(Reasons(result, TrackingNames.Containers), IsChanged);
        Assert.Single(Reasons(result, TrackingNames.Catalog), IsChanged);
        Assert.Equal(4, OutputReasons(result).Count);
        Assert.Equal(2, OutputReasons(result).Count(IsChanged));
    }

    [Fact]
    public void NoModelHoldsASymbolOrASyntaxNode()
    {
        var result = RunTwice(Alerts, Other);
        var runs = TrackingNames.All.SelectMany(step => result.TrackedSteps[step]);
        Assert.All(runs.SelectMany(run => run.Outputs), output => AssertPlain(output.Value));
    }

    private static string Edit(string old, string replacement)
        => Alerts.Replace(old, replacement, StringComparison.Ordinal);

    private static GeneratorRunResult RunTwice(string alerts, string other)
    {
        var first = TestSources.Compile(Alerts, Other);
        var trees = first.SyntaxTrees.ToArray();
        var second = first.Clone();
        second = Replace(second, trees[0], alerts);
        second = Replace(second, trees[1], other);
        return Generation.CreateDriver().RunGenerators(first).RunGenerators(second).GetRunResult().Results.Single();
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, SyntaxTree tree, string text)
        => tree.ToString() == text
            ? compilation
            : compilation.ReplaceSyntaxTree(tree, TestSources.Parse(text, tree.FilePath));

    private static List<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step)
        => [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static List<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result)
        => [.. result.TrackedOutputSteps.SelectMany(steps => steps.Value)
            .SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static void IsReused(IncrementalStepRunReason reason) => Assert.False(IsChanged(reason), reason.ToString());

    private static bool IsChanged(IncrementalStepRunReason reason)
        => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);

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
