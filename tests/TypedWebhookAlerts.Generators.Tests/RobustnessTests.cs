using CsCheck;
using Microsoft.CodeAnalysis.Text;
using TypedWebhookAlerts.Generators.Tests.Harness;
using TypedWebhookAlerts.Tests;

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
            [WebhookAlert(LogLevel.Debug, "{list} {bytes} {map.Count}", Footer = "{list}")]
            protected partial AlertReceipt Z([AlertList(MaxItems = 5)] System.Collections.Generic.List<int?> list,
                ReadOnlySpan<byte> bytes, System.Collections.Generic.Dictionary<string, T[]>? map, params int[] rest);
            [WebhookAlert(LogLevel.Critical, "{host:<t:R>}")]
            public partial AlertIncident Down([AlertKey] DateTime host, [Secret] string? token = null);
        }
        """;

    /// <summary>What the compiler reads one by one, with where it stands.</summary>
    private static readonly TextSpan[] s_tokens =
    [
        .. TestSources.Parse(Source, "Source.cs").GetRoot().DescendantTokens()
            .Select(token => token.Span)
            .Where(span => span.Start >= TestSources.Usings.Length && span.Length > 0),
    ];

    [Fact]
    public async Task HalfTypedSourcesNeverThrow()
    {
        foreach (var token in s_tokens)
        {
            await NothingThrows.InAsync(Source[..token.End]);
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
        await edits.HoldAsync(
            async edit =>
            {
                var (position, length, text) = edit;
                await NothingThrows.InAsync(
                    Source[..position] + text + Source[Math.Min(Source.Length, position + length)..]);
            },
            count: 30,
            threads: 1);
    }

    [Fact]
    public async Task SourcesWithATokenLostDoubledOrExchangedNeverThrow()
    {
        var tokens = Gen.Int[0, s_tokens.Length - 1];
        await Gen.Select(tokens, tokens, Gen.Int[0, 2]).HoldAsync(
            async (one, other, kind) =>
            {
                var (first, second) = (s_tokens[Math.Min(one, other)], s_tokens[Math.Max(one, other)]);
                await NothingThrows.InAsync(kind switch
                {
                    _ when one == other => Source,
                    0 => Source.Remove(first.Start, first.Length),
                    1 => Source.Insert(first.End, " " + TextOf(first)),
                    _ => Source[..first.Start] + TextOf(second) + Source[first.End..second.Start] + TextOf(first)
                        + Source[second.End..],
                });
            },
            count: 40,
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
        => NothingThrows.InAsync(
            $"{TestSources.Usings}partial class A {{ {attribute} public partial void X(int a); }}");

    [Theory]
    [InlineData("partial class A { @ void X<T, U>(T a, U b) where T : U where U : T; }")]
    [InlineData("partial class A : B { @ void X(A a, B b); } class B : A { }")]
    [InlineData("partial interface I : J { @ void X(I a, J b); } interface J : I { }")]
    [InlineData("struct S { public S a; } partial class A { @ void X(S a, S? b); }")]
    [InlineData("enum E : string { a = b, b = a } partial class A { @ void X(E a, E? b); }")]
    public Task TypesThatGoRoundInCirclesNeverThrow(string source)
        => NothingThrows.InAsync(TestSources.Usings + source.Replace(
            "@", "[WebhookAlert(LogLevel.Error, \"{a.b.c} {b} {a}\")] public partial", StringComparison.Ordinal));

    [Theory]
    [InlineData("namespace N { partial class a { @ } partial class A { @ } }")]
    [InlineData("partial class A { @ } partial class A<T> { @ } partial class A<T, U> { @ partial class B { @ } }")]
    [InlineData("namespace A.B { partial class C { @ } } namespace A { partial class B_C { @ } }")]
    [InlineData("partial class A { partial class B { @ } } partial class A_B { @ } partial class a_b { @ }")]
    [InlineData("partial class A { @ } partial class a { @ } partial class A_2 { @ } partial class a_2 { @ }")]
    [InlineData("namespace Shop { partial class X1 { @ } } namespace shop { partial class x1 { @ } }")]
    [InlineData("partial class σ { @ } partial class ς { @ } partial class Σ { @ } partial class ß { @ }")]
    [InlineData("partial class i { @ } partial class I { @ } partial class ı { @ } partial class İ { @ }")]
    [InlineData("partial class Alerts { @ }")]
    [InlineData("partial class AlertCatalog { @ } partial class alertcatalog { @ }")]
    public void HintNamesThatDifferOnlyInCaseDoNotCollide(string source)
    {
        const string Alert = "[WebhookAlert(LogLevel.Error, \"on\")] public static partial void X();";
        var generation = Generation.Of(TestSources.Usings + source.Replace("@", Alert, StringComparison.Ordinal));

        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.ErrorIds);
        Assert.Equal(
            source.Count(c => c == '@'),
            generation.Text.Split("public static partial void X()").Length - 1);
    }

    private static string TextOf(TextSpan span) => Source.Substring(span.Start, span.Length);
}
