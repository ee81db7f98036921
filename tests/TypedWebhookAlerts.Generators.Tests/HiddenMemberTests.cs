using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>A name means to the generator what it means to the compiler: what is hidden, ambiguous or protected from
/// the alert is not read, and the hole's own rule speaks in place of an error in generated code.</summary>
public sealed class HiddenMemberTests
{
    private const string Types = """
        public class Base
        {
            public int P => 1;
            public virtual int V { get => 1; set { } }
            protected string Name => "";
            public int Half { protected get; set; }
        }
        public class WriteOnly : Base { public new int P { set { } } }
        public class Method : Base { public new int P() => 1; }
        public class Static : Base { public static new int P => 1; }
        public class Nested : Base { public new class P; }
        public class Private : Base { private new string P => ""; }
        public class Override : Base { public override int V { set { } } }
        public interface IOne { int P { get; } }
        public interface ITwo { int P { get; } }
        public interface IBoth : IOne, ITwo;
        public interface IText : IOne { new string P { get; } }
        public interface IDiamond : IOne, IText;
        public class Both : Base, IOne;

        """;

    [Theory]
    [InlineData("{a.P}", "WriteOnly a")]
    [InlineData("{a.P}", "Method a")]
    [InlineData("{a.P}", "Static a")]
    [InlineData("{a.P}", "Nested a")]
    [InlineData("{a.P}", "IBoth a")]
    [InlineData("{a.Name}", "Base a")]
    [InlineData("{a.Half}", "Base a")]
    public async Task WhatIsHiddenIsNotRead(string template, string parameter)
        => Assert.Equal(["TWA1005"], await RulesOfAsync(Types + Alert(template, parameter)));

    [Theory]
    [InlineData("{a.P}", "Private a")]
    [InlineData("{a.V}", "Override a")]
    [InlineData("{a.P.Length}", "IDiamond a")]
    [InlineData("{a.P}", "Both a")]
    [InlineData("{a.Name.Length} {a.Half}", "Alerts a")]
    public async Task WhatIsNotHiddenIsRead(string template, string parameter)
        => Assert.Empty(await RulesOfAsync(Types + Alert(template, parameter)));

    [Theory]
    [InlineData("where T : IOne, ITwo", false)]
    [InlineData("where T : Both, ITwo", true)]
    [InlineData("where T : IDiamond", true)]
    public async Task AConstraintsMembersAreReadAsTheCompilerReadsThem(string constraint, bool isRead)
        => Assert.Equal(isRead ? [] : ["TWA1005"], await RulesOfAsync($$"""
            {{Types}} public partial class Alerts
            { [WebhookAlert(LogLevel.Error, "{a.P}")] public static partial void X<T>(T a) {{constraint}}; }
            """));

    /// <summary>Read by its name, a hidden pipeline would be what hides it: the ambient one takes the alert.</summary>
    [Theory]
    [InlineData("new string Alerts = \"\";", "")]
    [InlineData("new string Alerts() => \"\";", "")]
    [InlineData("new AlertPipeline Alerts { set { } }", "")]
    [InlineData("new AlertPipeline Alerts = null!;", "this.Alerts")]
    [InlineData("new int Shared => 1;", "this.Alerts")]
    public void AHiddenPipelineIsNotTaken(string member, string read)
        => AssertPipeline(
            $$"""
            class Host { protected AlertPipeline Alerts = null!; protected static AlertPipeline Shared = null!; }
            partial class A : Host { protected {{member}} @ }
            """,
            read.Length == 0 ? "global::Host.Shared ??" : read);

    [Theory]
    [InlineData("class Host { protected AlertPipeline P { private get; set; } = null!; } partial class A : Host { @ }")]
    [InlineData("class Host { protected string p = \"\"; } partial class A(AlertPipeline p) : Host { @ }")]
    [InlineData("partial class A(AlertPipeline p) { string p() => \"\"; @ }")]
    [InlineData("partial class A(AlertPipeline T) { @ }")]
    public void APipelineThatCannotBeReadIsNotTaken(string source)
        => AssertPipeline(source, "= global::TypedWebhookAlerts.WebhookAlerts.Pipeline");

    private static void AssertPipeline(string source, string read)
    {
        const string Alert = "[WebhookAlert(LogLevel.Error, \"{a}\")] public partial void X<T>(int a);";
        var generation = Generation.Of(TestSources.Usings + source.Replace("@", Alert, StringComparison.Ordinal));

        // A parameter that is then of no use is said to be so (CS9113).
        Assert.DoesNotContain(generation.Diagnostics, diagnostic => diagnostic.Id != "CS9113");
        Assert.Contains(read, generation.Text, StringComparison.Ordinal);
    }

    // The compiler has nothing to say of any of them.
    private static async Task<IEnumerable<string>> RulesOfAsync(string source)
    {
        Assert.Empty(Generation.Of(TestSources.Usings + source).Diagnostics);
        return (await AnalyzerVerifier.MessagesAsync(source)).Select(message => message[..7]);
    }

    private static string Alert(string template, string parameter)
        => $$"""
            public partial class Alerts : Base
            { [WebhookAlert(LogLevel.Error, "{{template}}")] public static partial void X({{parameter}}); }
            """;
}
