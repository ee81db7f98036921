using System.Collections.Immutable;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>An editor compiles at every keystroke: no source, however broken, may make generator or analyzer throw.
/// </summary>
public sealed class RobustnessTests
{
    private const string Source = TestSources.Usings + """
        namespace Shop.@event;
        partial class Outer<T>(AlertPipeline alerts) where T : class, new()
        {
            partial record struct Inner
            {
                [WebhookAlert(LogLevel.Error, "{a,-5:N2} {{x}} {m.Guild.Name} {u}", "x", Title = "T {a}")]
                internal partial bool X(in int a, [AlertKey] Member? m, [UserId] long? u, params Uri[] r);
            }
            [WebhookAlert(LogLevel.Critical, template: @"{e:D}")]
            private static unsafe partial void Y<U>(
                this AlertPipeline p, U e, [AlertField("N", Inline = true)] Exception x) where U : struct, Enum;
        }
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(AlertAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task HalfTypedSourcesNeverThrow()
    {
        for (var length = TestSources.Usings.Length; length <= Source.Length; length += 11)
        {
            await AssertNothingThrowsAsync(Source[..length]);
        }
    }

    [Fact]
    public async Task MutatedSourcesNeverThrow()
    {
        string[] inserts =
        [
            "", "{", "}", "\"", "(", ")", "<", ">", ",", ".", "?", "[", "]", "@", "partial ", "ref ", "file ", "null",
        ];
        var edits = Gen.Select(
            Gen.Int[TestSources.Usings.Length, Source.Length - 1], Gen.Int[0, 12], Gen.OneOfConst(inserts));
        await edits.SampleAsync(
            async edit =>
            {
                var (position, length, text) = edit;
                await AssertNothingThrowsAsync(
                    Source[..position] + text + Source[Math.Min(Source.Length, position + length)..]);
            },
            iter: 30,
            threads: 1);
    }

    [Theory]
    [InlineData("[WebhookAlert]")]
    [InlineData("[WebhookAlert(")]
    [InlineData("[WebhookAlert(LogLevel.Error)]")]
    [InlineData("[WebhookAlert(LogLevel.Nope, 1, 2, 3)]")]
    [InlineData("[WebhookAlert(LogLevel.Error, new[] { \"a\" })]")]
    [InlineData("[WebhookAlert((LogLevel)99, \"{a\", Title = null, Color = \"x\", Nope = 1)]")]
    public Task HalfAnAttributeNeverThrows(string attribute)
        => AssertNothingThrowsAsync(
            $"{TestSources.Usings}partial class A {{ {attribute} public partial void X(int a); }}");

    [Theory]
    [InlineData("partial class A { @ void X<T, U>(T a, U b) where T : U where U : T; }")]
    [InlineData("partial class A : B { @ void X(A a, B b); } class B : A { }")]
    [InlineData("partial interface I : J { @ void X(I a, J b); } interface J : I { }")]
    [InlineData("struct S { public S a; } partial class A { @ void X(S a, S? b); }")]
    [InlineData("enum E : string { a = b, b = a } partial class A { @ void X(E a, E? b); }")]
    public Task TypesThatGoRoundInCirclesNeverThrow(string source)
        => AssertNothingThrowsAsync(TestSources.Usings + source.Replace(
            "@", "[WebhookAlert(LogLevel.Error, \"{a.b.c} {b} {a}\")] public partial", StringComparison.Ordinal));

    [Theory]
    [InlineData("namespace N { partial class a { @ } partial class A { @ } }")]
    [InlineData("partial class A { @ } partial class A<T> { @ } partial class A<T, U> { @ partial class B { @ } }")]
    [InlineData("namespace A.B { partial class C { @ } } namespace A { partial class B_C { @ } }")]
    [InlineData("partial class A { partial class B { @ } } partial class A_B { @ } partial class a_b { @ }")]
    public void HintNamesThatDifferOnlyInCaseDoNotCollide(string source)
    {
        const string Alert = "[WebhookAlert(LogLevel.Error, \"on\")] public static partial void X();";
        var generation = Generation.Of(TestSources.Usings + source.Replace("@", Alert, StringComparison.Ordinal));

        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.ErrorIds);
        Assert.Equal(source.Count(c => c == '@') + 1, generation.Result.GeneratedSources.Length);
    }

    private static async Task AssertNothingThrowsAsync(string source)
    {
        var generation = Generation.Of(source);
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Result.Diagnostics);
        var analysis = generation.Output.WithAnalyzers(s_analyzers);
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }
}
