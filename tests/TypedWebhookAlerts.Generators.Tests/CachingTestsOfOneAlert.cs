using TypedWebhookAlerts.Generators.Tests.Harness;
using static TypedWebhookAlerts.Generators.Tests.Harness.IncrementalRun;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>No part of a model is left out where models are compared: an edit that changes only that part is seen.
/// </summary>
public sealed class CachingTestsOfOneAlert
{
    private const string Source = TestSources.Usings + """
        partial class A
        {
            [WebhookAlert(LogLevel.Error, "{a}")]
            public partial void X(decimal a, int[] list, Item item);
        }

        public class Item;
        """;

    public static TheoryData<string, string, string> EditsOfOnePart { get; } = new()
    {
        { "container", "class A", "struct A" },
        { "signature", "decimal a", "in decimal a" },
        { "body", "Item item);", "Item item) { }" },
        { "settings", "\"{a}\"", "\"{a}\", \"error\"" },
        { "pipeline", "Item item);", "Item item); AlertPipeline? P => null;" },
        { "companion", "Item item);", "Item item); bool XIsEnabled() => true;" },
        { "look", "\"{a}\"", "\"{a}\", Footer = \"A\"" },
        { "number of items", "int[] list", "[AlertList(MaxItems = 5)] int[] list" },
        { "ids of warnings", "public class", "[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public class" },
    };

    [Theory]
    [MemberData(nameof(EditsOfOnePart))]
    public void AnEditOfOnePartIsSeen(string part, string old, string text)
    {
        var (before, after) = Run([Source], Edit(0, old, text));

        Assert.NotEmpty(part);
        Assert.Equal(Sources(Generate([Replace(Source, old, text)])), Sources(after));
        Assert.NotEqual(Sources(before), Sources(after));
    }

    [Fact]
    public void AFileBehindAllOthersIsSeenWhenItComesAndWhenItGoes()
    {
        string[] files = [Source, Replace(Replace(Source, "class A", "class B"), "public class Item;", string.Empty)];

        var (_, one) = Run(files, compilation => compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[^1]));
        var (_, two) = Run(files[..1], compilation => compilation.AddSyntaxTrees(
            TestSources.Parse(files[1], "Added.cs")));

        Assert.Equal(Sources(Generate(files[..1])), Sources(one));
        Assert.Equal(Sources(Generate(files)), Sources(two));
    }
}
