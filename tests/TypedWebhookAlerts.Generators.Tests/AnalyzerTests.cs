using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("\"{a\"", "\"{|TWA1001:{a|}\"")]
    [InlineData("\"a} {a}\"", "\"a{|TWA1001:}|} {a}\"")]
    [InlineData("\"x {} {a}\"", "\"x {|TWA1001:{}|} {a}\"")]
    [InlineData("\"{ a}\"", "\"{|TWA1001:{ a}|}\"")]
    [InlineData("\"{a,}\"", "\"{|TWA1001:{a,}|}\"")]
    [InlineData("\"{a:{b}}\"", "\"{|TWA1001:{a:{b}|}}\"")]
    [InlineData("\"{a.}\"", "\"{|TWA1001:{a.}|}\"")]
    [InlineData("\"{a?.b}\"", "\"{|TWA1001:{a?.b}|}\"")]
    [InlineData("\"\\t\\u0041\\x41 {a\"", "\"\\t\\u0041\\x41 {|TWA1001:{a|}\"")]
    [InlineData("\"\\U0001F6A8 {a\"", "\"\\U0001F6A8 {|TWA1001:{a|}\"")]
    [InlineData("@\"\"\"q\"\" {a\"", "@\"\"\"q\"\" {|TWA1001:{a|}\"")]
    [InlineData("\"\"\"q\" {a\"\"\"", "\"\"\"q\" {|TWA1001:{a|}\"\"\"")]
    [InlineData("\"{a}\" + \"{\"", "{|TWA1001:\"{a}\" + \"{\"|}")]
    public Task ABraceOutOfOrderIsPointedAt(string template, string marked)
    {
        Assert.NotEqual(template, marked);
        return VerifyTemplate(marked);
    }

    [Fact]
    public Task ABraceInALineOfARawLiteralIsPointedAt()
        => VerifyTemplate(""""
            """
                First line {a},
                  then {|TWA1001:{ a}|}.
                """
            """");

    [Theory]
    [InlineData("\"{a} {{|TWA1002:b|}}\"")]
    [InlineData("\"{a} {@{|TWA1002:b|},5:N2}\"")]
    [InlineData("\"{a} {{|TWA1002:b|}.Length}\"")]
    public Task AnUnknownHoleIsPointedAt(string marked) => VerifyTemplate(marked);

    [Fact]
    public Task AnUnknownHoleInTheTitleIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}", Footer = "{{|TWA1002:A|}}", Title = "{{|TWA1002:c|}}")]
                public static partial void X(int a);
            }
            """);

    [Fact]
    public Task AnUnknownMemberIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            class Guild
            {
                public string Name = "";
                private string Hidden => Name;
                public static int Count;
                public int this[int i] => Hidden.Length;
            }

            class Member
            {
                public Guild? Guild { get; set; }
                public DateTime? Joined { get; set; }
                public string Secret { set { } }
            }

            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{m.Guild.Name} {m.Joined.Year} {m.Joined.Value.Year}")]
                public static partial void Right(Member m);

                [WebhookAlert(LogLevel.Error, "{m.{|TWA1005:Gild|}.Name} {m.Guild.{|TWA1005:Hidden|}}")]
                public static partial void Misspelt(Member m);

                [WebhookAlert(LogLevel.Error, "{m.Guild.{|TWA1005:Count|}} {m.{|TWA1005:Secret|}}")]
                public static partial void Unreadable(Member m);

                [WebhookAlert(LogLevel.Error, "{m.Joined.Value} {m.Joined.HasValue.{|TWA1005:X|}}")]
                public static partial void Nullable(Member m);
            }
            """);

    [Theory]
    [InlineData("{|TWA1003:int|}")]
    [InlineData("{|TWA1003:string?|}")]
    [InlineData("{|TWA1003:ref bool|}")]
    [InlineData("{|TWA1003:(int A, int B)|}")]
    [InlineData("{|TWA1003:System.Threading.Tasks.Task|}")]
    [InlineData("{|TWA1003:Span<char>|}")]
    public Task AReturnTypeThatIsNoAnswerIsPointedAt(string marked)
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial {{marked}} X(int a);
            }
            """);

    [Theory]
    [InlineData("{|TWA1004:ref int a|}")]
    [InlineData("{|TWA1004:out int a|}")]
    [InlineData("{|TWA1004:System.Text.Json.Utf8JsonReader a|}")]
    [InlineData("{|TWA1004:System.Collections.Generic.IEnumerable<Span<int>> a|}")]
    [InlineData("int a, {|TWA1004:out AlertPipeline pipeline|}")]
    [InlineData("int a, {|TWA1004:ref AlertPipeline pipeline|}")]
    public Task AParameterThatCannotBeCapturedIsPointedAt(string marked)
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void X({{marked}});

                static bool Use() => XIsEnabled();
            }
            """);

    [Fact]
    public Task APointerIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static unsafe partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void X({|TWA1004:int* a|}, {|TWA1004:delegate*<void> b|});
            }
            """);

    [Fact]
    public Task WhatAHoleReadsButCannotKeepIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            class Box<T> { public T Item = default!; public ReadOnlySpan<char> Text => ""; }
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{|TWA1004:{b.Text}|} {|TWA1004:{b.Item}|} {c.Item}")]
                public static partial void X<T>(Box<T> b, Box<int> c);
            }
            """);

    [Fact]
    public Task ABodyWhereTheGeneratedOneBelongsIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static void {|TWA1006:NotPartial|}(int a) { }

                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void {|TWA1006:WithBody|}(int a) { }

                [WebhookAlert(LogLevel.Error, "{a}")]
                static partial void {|TWA1006:Private|}(int a) => _ = a;

                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial bool {|TWA1006:WithDefault|}(int a = 1) => a == 1;

                [WebhookAlert(LogLevel.Error, "{a}")]
                public static extern partial void {|TWA1006:Elsewhere|}(int a);

                static bool Use() => WithBodyIsEnabled();
            }
            """);

    [Fact]
    public Task WhereNothingWouldBeSentTheAttributeIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            partial class A
            {
                public int P { [{|TWA1007:WebhookAlert(LogLevel.Error, "a")|}] get => 1; }

                [{|TWA1007:WebhookAlert(LogLevel.Error, "a")|}]
                public static A operator +(A a, A b) => a;

                void Use()
                {
                    [{|TWA1007:WebhookAlert(LogLevel.Error, "a")|}] void Local() { }
                    Action action = [{|TWA1007:WebhookAlert(LogLevel.Error, "a")|}] () => { };
                    Local();
                    action();
                }
            }
            """);

    [Fact]
    public Task AnExplicitImplementationIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            interface I { void X(); }
            class A : I
            {
                [{|TWA1007:WebhookAlert(LogLevel.Error, "a")|}]
                void I.X() { }
            }
            """);

    [Fact]
    public Task AnIdOfAnotherTypeIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}{b}{c}{d}{e}")]
                public static partial void X(
                    [UserId] ulong a,
                    [UserId] long? b,
                    {|TWA1008:[UserId] string c|},
                    {|TWA1008:[UserId] int d|},
                    {|TWA1008:[UserId] ulong[] e|});
            }
            """);

    [Fact]
    public Task AnAlertWithoutAWordIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, {|TWA1009:null!|})]
                public static partial void Null(int a);

                [WebhookAlert(LogLevel.Error, {|TWA1009:""|})]
                public static partial void Empty();

                [WebhookAlert(template: {|TWA1009:""|}, level: LogLevel.Error, Footer = "F", Title = "")]
                public static partial void Named(AlertPipeline alerts);

                [WebhookAlert(LogLevel.Error, "")]
                public static partial void WithField(int a);

                [WebhookAlert(LogLevel.Error, "", Title = "T")]
                public static partial void WithTitle();

                [WebhookAlert(LogLevel.Error, "")]
                public static partial void WithException(Exception e);
            }
            """);

    [Theory]
    [InlineData("public static void {|CS0501:X|}(int a);")]
    [InlineData("static partial bool {|CS8796:X|}(int a);")]
    public Task WhereTheCompilerSpeaksNothingIsAdded(string marked)
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                {{marked}}
            }
            """);

    [Fact]
    public Task AnUnknownTypeIsTheCompilersToSpeakOf()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a} {a.b}")]
                public static partial void X({|CS0246:Missing|} a);
            }
            """, AnalyzerVerifier.InGeneratedPart("CS0246", line: 12, column: 34, length: 7));

    [Fact]
    public Task AContainerThatIsNotPartialIsTheCompilersToSpeakOf()
        => AnalyzerVerifier.VerifyAsync("""
            static class {|CS0260:A|}
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void X(int a);
            }
            """);

    [Fact]
    public Task ATemplateThatIsNoConstantIsTheCompilersToSpeakOf()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, {|CS0182:"{a}".Trim()|})]
                public static partial void X(int a);
            }
            """);

    [Fact]
    public Task BothPartsOfTheUsersAreTheCompilersToSpeakOf()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void X(int a);

                public static partial void X(int a) { }
            }
            """, AnalyzerVerifier.InGeneratedPart("CS0757", line: 12, column: 32, length: 1));

    [Fact]
    public Task AFileLocalContainerGetsNoGeneratedCode()
        => AnalyzerVerifier.VerifyAsync("""
            file static partial class A
            {
                [{|TWA1007:WebhookAlert(LogLevel.Error, "{a}")|}]
                public static partial void {|CS8795:X|}(int a);
            }
            """);

    [Fact]
    public Task AnExtensionBlockGetsNoGeneratedCode()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                extension(string s)
                {
                    // The analyzer driver visits members of extension blocks twice; csc shows equal errors once.
                    [{|TWA1007:{|TWA1007:WebhookAlert(LogLevel.Error, "{a}")|}|}]
                    public partial void {|CS0751:{|CS8795:X|}|}(int a);
                }
            }
            """);

    private static Task VerifyTemplate(string marked)
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, {{marked}})]
                public static partial void X(string a);
            }
            """);
}
