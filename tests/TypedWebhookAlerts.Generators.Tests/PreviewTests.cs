using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>What an editor shows of an alert on hover.</summary>
public sealed class PreviewTests
{
    [Fact]
    public void AnAlertWithoutDocumentationShowsItsLook()
    {
        var summary = SummaryOf("""[WebhookAlert(LogLevel.Error, "a < b & {c}\n\uD800\u0001", "x>y")]""");

        Assert.Equal("Error to x>y: a < b & {c}\uFFFD ", summary.Value);
        Assert.Single(summary.Elements("br"));
    }

    [Theory]
    [InlineData("/// <summary>Mine.</summary>")]
    [InlineData("/** <summary>Mine.</summary> */")]
    public void TheUsersOwnDocumentationStays(string documentation)
        => Assert.Equal("Mine.", SummaryOf(documentation + "\n" + """[WebhookAlert(LogLevel.Error, "{c}")]""").Value);

    private static XElement SummaryOf(string declaration)
    {
        var generation = Generation.Of($$"""
            {{TestSources.Usings}}
            static partial class A
            {
                {{declaration}}
                internal static partial void X(int c);
            }
            """);
        Assert.Empty(generation.Diagnostics);
        var method = (IMethodSymbol)generation.Output.GetTypeByMetadataName("A")!.GetMembers("X").Single();

        // The compiler prefers the implementing part's, which is the generated one.
        var generated = method.PartialImplementationPart?.GetDocumentationCommentXml();
        var documentation = string.IsNullOrEmpty(generated) ? method.GetDocumentationCommentXml() : generated;
        return XElement.Parse(documentation!).Element("summary")!;
    }
}
