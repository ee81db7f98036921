using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>TWA1016 to TWA1020: attributes whose values mean nothing or contradict each other.</summary>
public sealed class AnalyzerTestsOfSettings
{
    [Fact]
    public Task ALevelThatIsNeverSentIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert({|TWA1016:LogLevel.None|}, "a")] public static partial void None();
                [WebhookAlert({|TWA1016:(LogLevel)7|}, "a")] public static partial void Beyond();
                [WebhookAlert(template: "a", level: {|TWA1016:(LogLevel)(-1)|})] public static partial void Below();
                [WebhookAlert(LogLevel.Trace, "a")] public static partial void Least();
                [WebhookAlert((LogLevel)5, "a")] public static partial void Most();
            }
            """);

    [Fact]
    public Task ARouteWithoutANameIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "a", {|TWA1016:""|})] public static partial void Empty();
                [WebhookAlert(route: {|TWA1016:" \t"|}, level: LogLevel.Error, template: "a")]
                public static partial void Blank();
                [WebhookAlert(LogLevel.Error, "a", null)] public static partial void None();
                [WebhookAlert(LogLevel.Error, "a", "r")] public static partial void Named();
            }
            """);

    [Theory]
    [InlineData("Color", -1, 0xFFFFFF)]
    [InlineData("CoalesceSeconds", -1, 86_400)]
    [InlineData("MaxPerMinute", 0, int.MaxValue)]
    public Task ANumberIsCheckedAtBothEndsOfItsRange(string setting, int least, int most)
        => AnalyzerVerifier.VerifyAsync($$"""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "a", {{setting}} = {{least}})] public static partial void Least();
                [WebhookAlert(LogLevel.Error, "a", {{setting}} = {{most}})] public static partial void Most();
                [WebhookAlert(LogLevel.Error, "a", {{setting}} = {|TWA1016:{{least - 1}}|})]
                public static partial void Below();
                [WebhookAlert(LogLevel.Error, "a", {{setting}} = {|TWA1016:{{Above(most)}}|})]
                public static partial void Beyond();
            }
            """);

    [Fact]
    public Task HowLongAnIncidentLastsBeforeItIsShownIsCheckedAtBothEndsOfItsRange()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = -1)] public static partial AlertIncident Option();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = 0)] public static partial AlertIncident Least();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = 86400)] public static partial AlertIncident Most();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = {|TWA1016:-2|})]
                public static partial AlertIncident Below();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = {|TWA1016:86401|})]
                public static partial AlertIncident Beyond();
            }
            """);

    [Fact]
    public Task OnlyAnIncidentCanBeOverBeforeItIsShown()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = {|TWA1018:0|})] public static partial void None();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = -1)] public static partial bool Unset();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = {|TWA1018:5|})]
                public static partial AlertReceipt Receipt();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = 5)] public static partial AlertIncident Incident();
                [WebhookAlert(LogLevel.Error, "a", OpenAfterSeconds = 5)] public static partial AlertIncident? Null();
            }
            """);

    [Fact]
    public Task TheItemsOfAListAreOneToAHundred()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a} {b} {c} {d} {e}")]
                public static partial void X(
                    [AlertList(MaxItems = {|TWA1016:0|})] int[] a,
                    [AlertList(MaxItems = 1)] int[] b,
                    [AlertList(MaxItems = 100)] int[] c,
                    [AlertList(MaxItems = {|TWA1016:101|})] int[] d,
                    [AlertList] System.Collections.Generic.IEnumerable<int> e);
            }
            """ + AlertList);

    [Fact]
    public Task AKeyThatIsNeverCapturedIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void Secret([{|TWA1017:AlertKey|}, Secret] int a, [AlertKey] int b);

                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void Classified([Private, AlertKey] string a);

                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void Whole([{|TWA1017:AlertKey|}] Login a);

                [WebhookAlert(LogLevel.Error, "{a}, {a.User}")]
                public static partial void ByItsName([AlertKey] Login a);

                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void Right([AlertKey] Exception a, [Secret] int b, [AlertKey] TimeSpan c);
            }

            record Login(string User, [Secret] string Password);

            class PrivateAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(
                Microsoft.Extensions.Compliance.Classification.DataClassification.Unknown);
            """);

    [Fact]
    public Task AClassificationOutOfReachIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                private class MineAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(
                    Microsoft.Extensions.Compliance.Classification.DataClassification.Unknown);

                private record Person([Mine] string Mail, string Name);

                [WebhookAlert(LogLevel.Error, "{a}")]
                private static partial void Parameter([{|TWA1020:Mine|}] string a);

                [WebhookAlert(LogLevel.Error, "{a.Mail} {a.Name}")]
                private static partial void {|TWA1020:Member|}(Person a);

                [WebhookAlert(LogLevel.Error, "{a.Name}")]
                private static partial void Right(Person a);
            }
            """);

    [Fact]
    public Task AnAttributeWithoutEffectIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a} {b} {c} {d}")]
                public static partial void X(
                    [{|TWA1018:AlertKey|}, {|TWA1018:AlertField("Alerts")|}] AlertPipeline alerts,
                    [{|TWA1018:UserId|}, Secret] ulong a,
                    [{|TWA1018:UserId|}, Microsoft.Extensions.Compliance.Classification.NoDataClassification] ulong f,
                    [{|TWA1018:AlertList|}] string b,
                    [{|TWA1018:AlertList(MaxItems = 5)|}] int? c,
                    [AlertList] int[] d,
                    [System.Runtime.CompilerServices.CallerMemberName] string? e = null);

                [WebhookAlert(LogLevel.Error, "{a} {b}")]
                public static partial void Right<T>(
                    [AlertKey, AlertField(CodeBlock = true)] Uri a,
                    [UserId] ulong b,
                    [AlertList] T c,
                    [AlertList] object d);
            }
            """ + AlertList);

    [Fact]
    public Task ABlankFieldNameIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial void X(
                    [AlertField({|TWA1018:" "|})] int a,
                    [AlertField({|TWA1018:""|}, Inline = true)] int b,
                    [AlertField(name: {|TWA1018:"\u200B"|})] int c,
                    [AlertField] int d,
                    [AlertField(null)] int e,
                    [AlertField(" F ")] int f);
            }
            """);

    [Fact]
    public Task ABlankPartIsPointedAtOnce()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, {|TWA1018:" "|}, Title = "T", Footer = {|TWA1018:"\n\u200B"|})]
                public static partial void Parts();

                [WebhookAlert(LogLevel.Error, "", Title = {|TWA1018:" "|}, Footer = "")]
                public static partial void BesideAField(int a);

                [WebhookAlert(LogLevel.Error, {|TWA1009:" \t"|}, Title = "\u2800", Footer = " ")]
                public static partial void Nothing(AlertPipeline alerts);

                [WebhookAlert(LogLevel.Error, {|TWA1009:" "|}, Footer = "{a}")]
                public static partial void OnlyAFooter(int a);

                [WebhookAlert(LogLevel.Error, " {a} ", Title = "{a}")]
                public static partial void Hole(string a);
            }
            """);

    [Fact]
    public Task AnEventIdThatIsTakenIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "a", EventId = 1)] public static partial void First();
                [WebhookAlert(LogLevel.Error, "a", EventId = {|TWA1019:1|})] public static partial void Second();
                [WebhookAlert(LogLevel.Error, "a", EventId = 2)] public static partial void Third();
                [WebhookAlert(LogLevel.Error, "a", EventId = 0)] public static partial void Unset();
                [WebhookAlert(LogLevel.Error, "a", EventId = 0)] public static partial void UnsetToo();
                [WebhookAlert(LogLevel.Error, "a")] public static partial void Overload();
                [WebhookAlert(LogLevel.Error, "a")] public static partial void Overload(int a);
            }
            static partial class B
            {
                [WebhookAlert(LogLevel.Error, "a", EventId = 1)] public static partial void First();
            }
            """);

    [Fact]
    public async Task AHoleThatNamesThePipelineIsToldApartFromAnUnknownOne()
        => Assert.Equal(
            [
                "TWA1002: 'X' cannot show 'pipe': it is the pipeline that takes the alert, and no value of it",
                "TWA1002: 'X' has no parameter 'B'; did you mean 'b'?",
            ],
            await AnalyzerVerifier.MessagesAsync("""
                static partial class A
                {
                    [WebhookAlert(LogLevel.Error, "{pipe} {B}")]
                    public static partial void X(AlertPipeline pipe, int b);
                }
                """));

    // An editor compiles at every keystroke.
    [Fact]
    public async Task HalfTypedDeclarationsNeverThrow()
    {
        const string Source = """
            static partial class A
            {
                [WebhookAlert(
                    (LogLevel)9, "{a,5000:N9999} {b:<t:X>} {{ {c:h:m} \U0001F6A8", " ", Title = " ", EventId = 1)]
                public static partial void X(
                    [AlertKey, Secret] int a, DateTime? b, [AlertField(" ", Inline = true)] TimeSpan c);

                [WebhookAlert(LogLevel.None, "", Color = -2, CoalesceSeconds = 1 + 1, EventId = 1, Footer = "{d:Q}{p}")]
                public static partial void Y(AlertPipeline p, [UserId, AlertKey] ulong d, params int[] e);
            }
            """;
        for (var length = 40; length <= Source.Length; length += 9)
        {
            var messages = await AnalyzerVerifier.MessagesAsync(Source[..length]);
            Assert.DoesNotContain(messages, message => message.StartsWith("AD0001", StringComparison.Ordinal));
        }
    }

    private static int Above(int most) => most == int.MaxValue ? int.MinValue : most + 1;

    private const string AlertList = """

        namespace TypedWebhookAlerts
        {
            class AlertListAttribute : Attribute { public int MaxItems { get; set; } }
        }
        """;
}
