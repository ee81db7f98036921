using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>TWA1013 and TWA1014: formats that cannot be. Which those are is compared with .NET in
/// <see cref="FormatGrammarTests"/>.</summary>
public sealed class AnalyzerTestsOfFormats
{
    [Fact]
    public Task AFormatThatItsTypeRefusesIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(
                    LogLevel.Error,
                    "{a:{|TWA1013:Q|}} {b,-5:{|TWA1013:D2|}} {c:{|TWA1013:hh:mm|}} {d:{|TWA1013:E|}} {e:{|TWA1013:C|}}",
                    Title = "{f:{|TWA1013:HH|}} {g:{|TWA1013:q|}} {h:{|TWA1013:yyyy|}} {i:{|TWA1013:'|}}",
                    Footer = "{j:{|TWA1013:D2|}} {k:{|TWA1013:X4|}}")]
                public static partial void Wrong(
                    int a, double? b, TimeSpan c, Guid d, DayOfWeek e, DateOnly f, DateTime g, TimeOnly? h,
                    DateTimeOffset i, Half j, decimal k);

                [WebhookAlert(
                    LogLevel.Error,
                    "{a:X8} {b,-5:0.00;(0)} {c:d\\.hh\\:mm} {d:n} {e:x} {f:yyyy-MM-dd} {g:u} {h:HH:mm} {i:zzz} {j:P1}")]
                public static partial void Right(
                    int a, double? b, TimeSpan c, Guid d, DayOfWeek e, DateOnly f, DateTime g, TimeOnly? h,
                    DateTimeOffset i, Half j);
            }
            """);

    [Fact]
    public Task AFormatOfWhatIsShownInOneWayOnlyIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(
                    LogLevel.Error,
                    "{a:{|TWA1013:N2|}} {b:{|TWA1013:G|}} {c:{|TWA1013:x|}} {d:{|TWA1013:D|}} {e:{|TWA1013:G|}}"
                    )]
                public static partial void Wrong(string? a, bool b, char c, [UserId] ulong d, Exception e);

                [WebhookAlert(LogLevel.Error, "{a:{|TWA1013:x|}} {b:{|TWA1013:x|}} {c.Length:N0} {d:N2} {d.Length:?}")]
                public static partial void Others(Uri a, ReadOnlySpan<char> b, string c, [Secret] string d);
            }
            """);

    [Fact]
    public Task WhatHasFormatsOfItsOwnIsNotJudged()
        => AnalyzerVerifier.VerifyAsync("""
            class Money : IFormattable
            {
                public int Cents { get; set; }
                public string ToString(string? format, IFormatProvider? provider) => format ?? "";
            }
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a:!} {b:!} {c:!} {d:!} {e:!} {a.Cents:{|TWA1013:Q|}}")]
                public static partial void X<T>(
                    Money a, object b, T c, IFormattable d, System.Numerics.BigInteger e) where T : struct;
            }
            """);

    [Fact]
    public Task AFormatInOtherLiteralsIsPointedAt()
        => AnalyzerVerifier.VerifyAsync(""""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, @"{a:{|TWA1013:h:mm|}} ""x""", Title = """{a:{|TWA1013:h"|}}""")]
                public static partial void X(TimeSpan a);
            }
            """");

    [Fact]
    public Task AStyleThatDiscordKnowsIsTaken()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(
                    LogLevel.Error,
                    "{a:<t:t>} {a:<t:T>} {b:<t:d>} {b:<t:D>} {a:<t:f>} {a:<t:F>} {b:<t:s>} {b:<t:S>} {a:<t:R>}",
                    Title = "{a.Value.Date:<t>}",
                    Footer = "{c:<t:R>}")]
                public static partial void X(DateTime? a, DateTimeOffset b, [Secret] int c);
            }
            """);

    [Fact]
    public Task ATimestampThatIsNoneIsPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a:{|TWA1014:<t:X>|}} {b:{|TWA1014:<t:RR>|}} {a,9:{|TWA1014:<t:>|}}")]
                public static partial void Style(DateTime? a, DateTimeOffset b);

                [WebhookAlert(
                    LogLevel.Error,
                    "{a:{|TWA1014:<t:R>|}} {b:{|TWA1014:<t>|}} {c:{|TWA1014:<t:t>|}} {d:{|TWA1014:<t:R>|}}",
                    Title = "{e:{|TWA1014:<t:R>|}} {f:{|TWA1014:<t:X>|}} {g:{|TWA1014:<t:R>|}}")]
                public static partial void Value(
                    long a, TimeSpan b, TimeOnly c, DateOnly d, string e, object f, [UserId] ulong g);
            }
            """);
}
