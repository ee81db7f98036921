using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code in which code of the user's throws, raises alerts itself, or is not to be
/// run.</summary>
public sealed class RunningUserCodeTests
{
    [Theory]
    [InlineData("Getter")]
    [InlineData("Text")]
    public void WhatAGetterOrToStringThrowsIsRaisedInsteadOfEscaping(string method)
    {
        var alerts = RunningAlerts.Of("""
            public class Bad
            {
                public string Name => throw new InvalidTimeZoneException();
                public override string ToString() => Name;
            }

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{bad.Name}")]
                private static partial bool RaiseGetter(Bad bad);

                [WebhookAlert(LogLevel.Error, "{bad}")]
                private static partial void RaiseText(Bad bad);

                public static bool Getter() => RaiseGetter(new Bad());
                public static bool Text() { RaiseText(new Bad()); return true; }
            }
            """);
        var probe = new ProbePipeline();

        Assert.Equal(true, alerts.Call(probe, method));

        Assert.IsType<InvalidTimeZoneException>(probe.Unreadable);
        Assert.Null(probe.Take());
    }

    [Fact]
    public void AToStringThatRaisesAlertsDoesNotDisturbTheOneItIsPartOf()
    {
        var alerts = RunningAlerts.Of("""
            public readonly struct Talker(int depth) : ISpanFormattable
            {
                public bool TryFormat(Span<char> room, out int written, ReadOnlySpan<char> f, IFormatProvider? p)
                {
                    if (depth > 0)
                    {
                        A.X(new Talker(depth - 1), new Talker(0));
                    }

                    written = 3;
                    return $"<{depth}>".AsSpan().TryCopyTo(room);
                }

                public string ToString(string? format, IFormatProvider? provider) => $"<{depth}>";
            }
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{one} {two}")]
                public static partial void X(Talker one, Talker two);
                public static void Talk() => X(new Talker(2), new Talker(1));
            }
            """);
        var probe = new ProbePipeline();

        alerts.Call(probe, "Talk");

        var shown = new List<string>();
        while (probe.Take() is { } alert)
        {
            shown.Add(alert.Description);
        }

        Assert.Equal(["<0> <0>", "<1> <0>", "<0> <0>", "<2> <1>"], shown);
    }

    [Fact]
    public void WhatIsOffIsNeitherReadNorWritten()
    {
        var alerts = RunningAlerts.Of("""
            public class Bad { public override string ToString() => throw new InvalidOperationException(); }
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{bad}")]
                private static partial bool X(Bad bad);
                public static bool Use() => XIsEnabled() || X(new Bad());
            }
            """);
        var probe = new ProbePipeline { IsOn = false };

        Assert.Equal(false, alerts.Call(probe, "Use"));
        Assert.Null(probe.Take());
        Assert.Null(probe.Unreadable);
    }
}
