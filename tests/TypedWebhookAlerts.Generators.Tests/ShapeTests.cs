using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

public sealed class ShapeTests
{
    public static TheoryData<string, string> Shapes { get; } = new()
    {
        { "static, ambient", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a); }" },
        { "no arguments", "static partial class A { [WebhookAlert(LogLevel.Error, \"on\")] public static partial bool X(); }" },
        { "private without accessibility", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] static partial void X(int a); static void Use() => X(1); }" },
        { "extension", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] internal static partial bool X(this AlertPipeline pipeline, int a); }" },
        { "plain parameter", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a, AlertPipeline? pipeline); }" },
        { "field", "partial class A { private readonly AlertPipeline _alerts = null!; [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "property", "partial class A { public AlertPipeline? Alerts { get; set; } [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "static field", "static partial class A { private static readonly AlertPipeline s_alerts = null!; [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a); }" },
        { "inherited", "class B { protected AlertPipeline Alerts => null!; } partial class A : B { [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "private in the base", "class B { private AlertPipeline Alerts => null!; public object Use() => Alerts; } partial class A : B { [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "primary constructor", "partial class A(AlertPipeline alerts) { [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "primary constructor and field", "partial class A(AlertPipeline alerts) { private readonly AlertPipeline _alerts = alerts; [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "record", "partial record A(AlertPipeline Alerts) { [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "record struct", "readonly partial record struct A(int B) { [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "struct, readonly method", "partial struct A { [WebhookAlert(LogLevel.Error, \"{a}\")] public readonly partial void X(int a); }" },
        { "ref struct", "ref partial struct A { [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(int a); }" },
        { "interface", "partial interface A { AlertPipeline Alerts { get; } [WebhookAlert(LogLevel.Error, \"{a}\")] void X(int a); }".Replace("void X", "public partial void X", StringComparison.Ordinal) },
        { "static in an interface", "partial interface A<in T, out U> { [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a); }" },
        { "generic container", "partial class A<T> where T : class { [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X(T a); }" },
        { "nested", "partial class A<T> { internal partial record B<U> { private protected partial struct C { [WebhookAlert(LogLevel.Error, \"{a}\")] internal partial void X(U a, T b); } } }".Replace("private protected", "internal", StringComparison.Ordinal) },
        { "generic methods", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}{b}{c}{d}\")] public static partial void X<T, U, V, W>(T a, U b, V c, W d) where T : class?, IDisposable where U : struct, Enum where V : notnull, new() where W : unmanaged; }" },
        { "constrained to an exception", "static partial class A { [WebhookAlert(LogLevel.Error, \"{e.Message}\")] public static partial void X<T>(T e, T? f) where T : Exception; }" },
        { "in, params, scoped, defaults", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}{b}{s}\")] public static partial void X(in int a, ref readonly DateTime b, scoped ReadOnlySpan<char> s, string? t = null, params object?[] rest); }" },
        { "keywords", "namespace @event.@namespace { static partial class @class { [WebhookAlert(LogLevel.Error, \"{class} {@if.Length}\")] public static partial void @void(int @class, string @if); } }" },
        { "nullability", "using System.Collections.Generic; static partial class A { [WebhookAlert(LogLevel.Error, \"\")] public static partial void X(List<string?>? a, (int B, string? C) d, Dictionary<string, object?[]> e, dynamic f, nint g, nuint? h); }" },
        { "oblivious", "#nullable disable\nstatic partial class A { [WebhookAlert(LogLevel.Error, \"{a.Length}\")] public static partial void X(string a, Exception b, Uri c, object d); }" },
        { "overloads", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a); [WebhookAlert(LogLevel.Debug, \"{a}\")] public static partial void X(string a); }" },
        { "names in the way", "static partial class A { [WebhookAlert(LogLevel.Error, \"{__pipeline}{__alert}{__size}{__record}{record}{alert}{a_b}{a.b}{e}\")] public static partial void X(int __pipeline, int __alert, string __size, string __record, int record, int alert, int a_b, B a, B e, B __exception, B __scratch); public record struct B(int b); }" },
        { "renderers in the way", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a); [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void RenderX(int a); [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void Equals(int a); [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void A_2(int a); }" },
        { "its own IsEnabled", "static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a); public const bool XIsEnabled = true; }" },
        { "derived alerts", "partial class B { [WebhookAlert(LogLevel.Error, \"{a}\")] public virtual partial void X(int a); [WebhookAlert(LogLevel.Error, \"{a}\")] private partial void Y(int a); } partial class A : B { [WebhookAlert(LogLevel.Error, \"{a}\")] public override partial void X(int a); [WebhookAlert(LogLevel.Error, \"{a}\")] public partial void Y(int a); }" },
        { "override without an alert below", "class B { public virtual void X<T>(T a) where T : class { } } sealed partial class A : B { [WebhookAlert(LogLevel.Error, \"{a}\")] public sealed override partial void X<T>(T a); }" },
        { "obsolete", "[Obsolete] class B; static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(B a); }".Replace("public static partial void X", "[Obsolete] internal static partial void X", StringComparison.Ordinal) },
        { "lower case", "#pragma warning disable CS8981\nstatic partial class bot\n#pragma warning restore CS8981\n{ [WebhookAlert(LogLevel.Error, \"{a}\")] public static partial void X(int a); }" },
        { "private types", "partial class A { private enum E { One = 1, Uno = 1 } [Flags] private enum F : ulong { All = ulong.MaxValue } private class C { public E E; public F? G { get; } } private struct S; [WebhookAlert(LogLevel.Error, \"{e}{f:D}{c.E}{c.G}{s}{n}{o,5}\")] private partial bool X(E e, F? f, C c, S s, S? n, C? o); private bool Use() => X(default, null, new C { E = E.Uno }, default, null, null); }" },
        { "unsafe", "unsafe static partial class A { [WebhookAlert(LogLevel.Error, \"{a}\")] public static unsafe partial void X(int a); }" },
        { "caller info", "using System.Runtime.CompilerServices; static partial class A { [WebhookAlert(LogLevel.Error, \"{a} {member}\")] public static partial void X(int a, [CallerMemberName] string member = \"\", [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0, [CallerArgumentExpression(\"a\")] string? text = null); static void Use() => X(1); }" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void CompilesWithoutAWarning(string shape, string source)
    {
        var generation = Generation.Of(TestSources.Usings + source);
        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Result.GeneratedSources);
        Assert.NotEmpty(shape);
    }
}
