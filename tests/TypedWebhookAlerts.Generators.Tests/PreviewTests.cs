using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>What an editor shows of an alert on hover: asked of the compiled symbol as an editor does, and read from
/// the documentation file that a package carries.</summary>
public sealed class PreviewTests
{
    [Fact]
    public void AnAlertWithoutDocumentationShowsItsLook()
    {
        var preview = PreviewOf("""
            [WebhookAlert(LogLevel.Error, "{message} at {at:<t:R>}\nand {number,5:N2}{{}}", "error",
                Title = "🚨 {kind} failed", Footer = "Shard {shard}", Color = 0xE01E5A)]
            internal static partial void X(
                string kind, string message, DateTime at, int number, int shard,
                [AlertField(Inline = true)] string component, [AlertField(Inline = true), UserId] ulong invokedBy,
                [AlertField("In full", CodeBlock = true)] string details, [Secret] string token, Exception exception);
            """);

        const string Expected = """
            <summary>
            Error alert to <c>error</c>, #E01E5A
            <para><b>🚨 {kind} failed</b></para>
            <para>{message} at {at}<br />and {number}{}</para>
            <para><c>{exception}</c> with its stack trace</para>
            <para><b>Component</b>: {component} · <b>Invoked by</b>: {invokedBy}<br />
            <b>In full</b>: <c>{details}</c><br />
            <b>Token</b>: [secret]</para>
            <para><i>Shard {shard}</i></para>
            </summary>
            """;
        Assert.Equal(Expected, Lines(preview));
    }

    [Fact]
    public void AnAlertOfAFewWordsShowsOnlyThem()
        => Assert.Equal(
            """
            <summary>
            Warning alert
            <para>On</para>
            </summary>
            """,
            Lines(PreviewOf("""[WebhookAlert(LogLevel.Warning, "On")] internal static partial void X();""")));

    [Theory]
    [InlineData("a < b & c > d", "a < b & c > d")]
    [InlineData("]]>", "]]>")]
    [InlineData("--> <!-- --", "--> <!-- --")]
    [InlineData("</summary><script/>", "</summary><script/>")]
    [InlineData("&amp;&#0;", "&amp;&#0;")]
    [InlineData("*/ /* // ///", "*/ /* // ///")]
    [InlineData("a\\r\\nb", "ab")]
    [InlineData("a\\u2028b\\rc\\u0085d", "abcd")]
    [InlineData("\\uD800|\\uDC00|\\uD83D\\uDEA8", "\uFFFD|\uFFFD|🚨")]
    [InlineData("\\0|\\u0001|\\uFFFE|\\uFFFF", " | | | ")]
    [InlineData("\\u202Eabc\\u200D", "\u202Eabc\u200D")]
    public void WhateverATemplateHoldsIsShownAsText(string template, string shown)
    {
        var preview = PreviewOf($$"""
            [WebhookAlert(LogLevel.Error, "{{template}}", "x>y&", Title = "{{template}}", Footer = "{{template}}")]
            internal static partial void X();
            """);

        Assert.Equal([shown, shown, shown], preview.Elements("para").Select(paragraph => paragraph.Value));
        Assert.Equal("x>y&", preview.Element("c")!.Value);
    }

    [Fact]
    public void ALineOfATemplateIsALineOfThePreview()
        => Assert.Equal(
            4,
            PreviewOf("""[WebhookAlert(LogLevel.Error, "a\r\nb\nc\rd\u2028e")] internal static partial void X();""")
                .Descendants("br").Count());

    [Fact]
    public void WhatTurnsTheDirectionOfTextDoesNotDoSoInTheGeneratedFile()
    {
        var generation = Generate("""[WebhookAlert(LogLevel.Error, "\u202Ea")] internal static partial void X();""");

        Assert.DoesNotContain('\u202E', generation.Text);
    }

    [Theory]
    [InlineData("/// <summary>Mine.</summary>")]
    [InlineData("/** <summary>Mine.</summary> */")]
    public void TheUsersOwnDocumentationStays(string documentation)
        => Assert.Equal("Mine.", PreviewOf($$"""
            {{documentation}}
            [WebhookAlert(LogLevel.Error, "{c}")] internal static partial void X(int c);
            """).Value);

    // Asked for a file, the compiler also writes what an editor would show: both are to be the same.
    private static XElement PreviewOf(string declaration)
    {
        var generation = Generate(declaration);
        Assert.Empty(generation.Diagnostics);
        var method = (IMethodSymbol)generation.Output.GetTypeByMetadataName("A")!.GetMembers("X").Single();

        // As the compiler does, an editor prefers the implementing part's, which is the generated one.
        var generated = method.PartialImplementationPart?.GetDocumentationCommentXml();
        var documentation = string.IsNullOrEmpty(generated) ? method.GetDocumentationCommentXml() : generated;
        var hovered = XElement.Parse(documentation!, LoadOptions.PreserveWhitespace).Element("summary")!;
        Assert.Equal(Lines(hovered), Lines(InTheDocumentationFile(generation)));
        return hovered;
    }

    private static XElement InTheDocumentationFile(Generation generation)
    {
        using var assembly = new MemoryStream();
        using var file = new MemoryStream();
        var emitted = generation.Output.Emit(
            assembly, xmlDocumentationStream: file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            emitted.Diagnostics, found => found.Severity >= DiagnosticSeverity.Warning && found.Id != "CS1591");
        file.Position = 0;
        return XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member")
            .Single(member => member.Attribute("name")!.Value.StartsWith("M:A.X", StringComparison.Ordinal)
                && !member.Attribute("name")!.Value.Contains("IsEnabled", StringComparison.Ordinal))
            .Element("summary")!;
    }

    private static Generation Generate(string declaration)
        => Generation.Of($$"""
            {{TestSources.Usings}}
            static partial class A
            {
                {{declaration}}
            }
            """);

    private static string Lines(XElement summary)
        => string.Join('\n', summary.ToString(SaveOptions.DisableFormatting).Split('\n').Select(line => line.Trim()));
}
