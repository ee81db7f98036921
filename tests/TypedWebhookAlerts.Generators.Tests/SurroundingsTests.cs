using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Projects that are not as ours: other languages, missing references, odd ways to write the attribute.
/// </summary>
public sealed class SurroundingsTests
{
    private const string Alert = "partial class A"
        + " { [WebhookAlert(LogLevel.Error, \"{a} {b}\")] public static partial void X(int a, string b); }";

    [Theory]
    [InlineData("TypedWebhookAlerts")]
    [InlineData("Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("System.Runtime")]
    public async Task AProjectWithoutAReferenceIsLeftToTheCompiler(string missing)
    {
        var compilation = TestSources.Compile(TestSources.Usings + Alert);
        var rest = compilation.References.Where(reference
            => !Path.GetFileName(reference.Display!).StartsWith(missing, StringComparison.Ordinal));

        var generation = await NothingThrows.InAsync(compilation.WithReferences(rest));

        Assert.NotEmpty(generation.ErrorIds);
    }

    [Fact]
    public async Task AProjectWithoutAnyReferenceIsLeftToTheCompiler()
        => Assert.NotEmpty((await NothingThrows.InAsync(
            TestSources.Compile(TestSources.Usings + Alert).WithReferences())).ErrorIds);

    /// <summary>Generated code needs C# 12, the first with collection expressions.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public async Task AnEarlierLanguageCompilesAlertsToo(LanguageVersion version)
        => Assert.Empty((await InLanguageAsync(version)).ErrorIds);

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp11)]
    public async Task AMuchEarlierOneIsLeftToTheCompiler(LanguageVersion version) => await InLanguageAsync(version);

    [Theory]
    [InlineData("using A1 = TypedWebhookAlerts.WebhookAlertAttribute;", "[A1(LogLevel.Error, \"{a} {b}\")]")]
    [InlineData("", "[global::TypedWebhookAlerts.WebhookAlertAttribute(LogLevel.Error, \"{a} {b}\")]")]
    [InlineData("", "[WebhookAlert(route: \"x\", template: \"{a} {b}\", level: LogLevel.Error, Title = \"t\")]")]
    [InlineData("using static Microsoft.Extensions.Logging.LogLevel;", "[method: WebhookAlert(Error, \"{a} {b}\")]")]
    [InlineData("", "[Obsolete, WebhookAlert((LogLevel)4, \"{\" + nameof(a) + \"} {b}\"), CLSCompliant(false)]")]
    [InlineData("", "\n#if !NOPE\n[WebhookAlert(LogLevel.Error, \"{a} {b}\")]\n#else\n[Nope]\n#endif\n")]
    [InlineData("", "\n#line 7 \"other.cs\"\n[WebhookAlert(LogLevel.Error, \"{a} {b}\")]\n#line hidden\n")]
    [InlineData("#nullable disable\n", "[WebhookAlert(LogLevel.Error, \"{a} {b}\")]")]
    public async Task TheAttributeMayBeWrittenInAnyWay(string usings, string attribute)
    {
        // An argument that is named out of order is still the one of its name.
        var generation = await NothingThrows.InAsync(
            $"{usings}{TestSources.Usings}partial class A {{ {attribute} static partial void X(int a, string b); }}");

        Assert.Empty(generation.ErrorIds);
        Assert.Contains("LogLevel.Error,", generation.Text, StringComparison.Ordinal);
        Assert.Contains("template: \"{a} {b}\"", generation.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[@(\"a\"), @(\"b\")] # void X();")]
    [InlineData("[@(\"a\")] # void X(); # void X() { }")]
    [InlineData("# void X(); [@(\"a\")] # void X() { }")]
    [InlineData("[@(\"{a}\")] # void X(NotGeneratedYet a);")]
    [InlineData("[@(\"{a.B.C}\")] # void X(Gen.Yet<NotGeneratedYet>? a);")]
    [InlineData("[@(\"{a}\")] # void X<T>(N<N<N<T>>> a); class N<T> : List<N<N<T>>>;")]
    [InlineData("[@(\"{a}\")] # void X(C a); class C : IEnumerable<C>;")]
    [InlineData("[@(\"{a}\")] # void X(params List<int[][,]> a);")]
    [InlineData("[@(\"{a} {b}\")] # void X(ReadOnlySpan<byte> a, params ReadOnlySpan<object> b);")]
    [InlineData("[@(\"{a}\")] # AlertReceipt X(int a);")]
    [InlineData("[@(\"{a}\")] # Nope<AlertIncident> X(int a);")]
    [InlineData("[@(\"{a}\")] # void X([AlertList(MaxItems = -1)] int[] a);")]
    public Task WhatTheCompilerRefusesOrDoesNotKnowNeverThrows(string members)
    {
        var source = members
            .Replace("@(", "WebhookAlert(LogLevel.Error, ", StringComparison.Ordinal)
            .Replace("#", "public static partial", StringComparison.Ordinal);
        return NothingThrows.InAsync(
            $"using System.Collections.Generic;\n{TestSources.Usings}partial class A {{ {source} }}");
    }

    [Theory]
    [InlineData("X(1); [WebhookAlert(LogLevel.Error, \"{a}\")] static partial void X(int a);")]
    [InlineData("A.X(1, \"\"); static " + Alert)]
    public async Task TopLevelStatementsNeverThrow(string program)
    {
        var compilation = TestSources.Compile(TestSources.Usings + program);
        await NothingThrows.InAsync(compilation.WithOptions(
            compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));
    }

    [Fact]
    public async Task ScriptsNeverThrow()
    {
        var script = TestSources.ParseOptions.WithKind(SourceCodeKind.Script);
        await NothingThrows.InAsync(TestSources.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            TestSources.Usings + Alert + " [WebhookAlert(LogLevel.Error, \"\")] static partial void Y();",
            script,
            cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task APartialTypeMayHaveAlertsInEachOfItsFiles()
    {
        var generation = await NothingThrows.InAsync(TestSources.Compile(
            TestSources.Usings + Alert, TestSources.Usings + Alert.Replace("X(", "Y(", StringComparison.Ordinal)));

        Assert.Empty(generation.ErrorIds);
        Assert.Single(generation.Result.GeneratedSources, source => source.HintName == "A.g.cs");
    }

    private static Task<Generation> InLanguageAsync(LanguageVersion version)
    {
        var options = TestSources.ParseOptions.WithLanguageVersion(version);
        return NothingThrows.InAsync(TestSources.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            TestSources.Usings + "namespace N { static " + Alert + " }",
            options,
            cancellationToken: TestContext.Current.CancellationToken)));
    }
}
