using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Declarations that the compiler takes without a word: so it must take the generated part.</summary>
public sealed class OddDeclarationTests
{
    /// <summary>A companion that would not compile, or only with a warning, is not written or written otherwise.
    /// </summary>
    [Theory]
    [InlineData("static partial class LostIsEnabled { @ public static partial void Lost(int a); }", "")]
    [InlineData("partial class A<LostIsEnabled> { @ public static partial void Lost(int a); }", "")]
    [InlineData("abstract class B { protected abstract bool LostIsEnabled(); }"
        + " abstract partial class A : B { @ public partial void Lost(int a); }", "")]
    [InlineData("class B { protected bool LostIsEnabled(int a) => true; }"
        + " partial class A : B { @ public partial void Lost(int a); }", "public bool LostIsEnabled()")]
    [InlineData("class B { protected bool LostIsEnabled<T>() => true; }"
        + " partial class A : B { @ public partial void Lost(int a); }", "public bool LostIsEnabled()")]
    [InlineData("class B { protected int LostIsEnabled => 1; }"
        + " partial class A : B { @ public partial void Lost(int a); }", "public new bool LostIsEnabled()")]
    [InlineData("partial class B { @ public partial void Lost(int a); }"
        + " partial class A : B { @ public static partial void Lost(AlertPipeline p, string a); }",
        "public static bool LostIsEnabled(global::TypedWebhookAlerts.AlertPipeline p)")]
    [InlineData("partial class B { @ public partial void Lost(int a); }"
        + " partial class A : B { @ public partial void Lost(string a); }", "public new bool LostIsEnabled()")]
    public void TheCompanionFitsIntoItsType(string source, string companion)
    {
        var text = Compile(source);

        Assert.Contains(companion, text, StringComparison.Ordinal);
        Assert.Equal(companion.Length > 0, text.Contains("bool LostIsEnabled", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public virtual void X<T>(T? a)", "public override partial void X<T>(T? a) where T : default;")]
    [InlineData("public virtual void X<T>(T? a) where T : class",
        "public override partial void X<T>(T? a) where T : class;")]
    [InlineData("public virtual void X<T>(T? a) where T : struct", "public override partial void X<T>(T? a);")]
    public void AnOverrideRepeatsWhatTellsTheMeaningOfAQuestionMark(string inherited, string alert)
        => Compile($$"""class B { {{inherited}} { } } partial class A : B { @ {{alert}} }""");

    /// <summary>Such an interface is no type argument (CS8920).</summary>
    [Theory]
    [InlineData("System.Numerics.INumber<int> a")]
    [InlineData("System.Numerics.INumber<int>? a")]
    [InlineData("System.Numerics.INumber<int>[] a")]
    [InlineData("I a")]
    [InlineData("I[] a")]
    [InlineData("J a")]
    public void AnInterfaceWithStaticMembersIsShown(string parameter)
        => Compile($$"""
            public interface I { static abstract int P { get; } }
            public interface J : IEnumerable<int>, I;
            partial class A { @ public static partial void X({{parameter}}); }
            """);

    /// <summary>A type is not known by its name where it has type parameters.</summary>
    [Theory]
    [InlineData("System", "Uri")]
    [InlineData("System", "Exception")]
    [InlineData("System", "Half")]
    [InlineData("System", "Guid")]
    [InlineData("TypedWebhookAlerts", "AlertPipeline")]
    public void AGenericTypeOfAKnownNameIsAnother(string space, string name)
        => Compile($$"""
            partial class A { @ public static partial void X(Own.Holder<{{space}}.{{name}}<int>> a,
                {{space}}.{{name}}<int> b); }
            namespace Own { public class Holder<T>; }
            namespace {{space}} { public struct {{name}}<T>; }
            """);

    /// <summary>A warning that the user has answered in his part is not said again of ours.</summary>
    [Theory]
    [InlineData("CS0628", "sealed partial class A { @ protected partial void X(int a); }")]
    [InlineData("CS0628", "sealed partial class A { @ protected internal partial void X(int a); }")]
    [InlineData("CS0693", "partial class A<T> { @ public partial void X<T>(T a); }")]
    [InlineData("CS0693", "partial class A<T> { partial class B { @ public partial void X<T>(T a); } }")]
    public void AWarningOfTheDeclarationIsNotRepeated(string id, string source)
        => Compile($"\n#pragma warning disable {id}\n{source}");

    [Theory]
    [InlineData("Alerts")]
    [InlineData("AlertCatalog")]
    [InlineData("Generated")]
    [InlineData("IReadOnlyList")]
    [InlineData("AlertDescriptor")]
    public void AnyNameIsFreeForAContainer(string name)
        => Compile($"static partial class {name} {{ @ public static partial void X(int a); }}");

    [Fact]
    public void ATypeParameterMayBeCalledLikeALocal()
        => Compile("partial class A { @ public static partial bool X<__pipeline, __alert>(int a, Uri b); }");

    private static string Compile(string source)
    {
        var generation = Generation.Of("using System.Collections.Generic;\n" + TestSources.Usings
            + source.Replace("@", "[WebhookAlert(LogLevel.Error, \"{a}\")]", StringComparison.Ordinal));

        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Text);
        return generation.Text;
    }
}
