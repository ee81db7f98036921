using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code for what it answers.</summary>
public sealed class RunningAnswerTests
{
    private const string Tracked = """
        public class Bad { public override string ToString() => throw new InvalidOperationException(); }

        public static partial class A
        {
            [WebhookAlert(LogLevel.Error, "{order}")]
            public static partial AlertReceipt Receipt(object order);

            [WebhookAlert(LogLevel.Critical, "{host}")]
            public static partial AlertIncident Incident(object host);
        }
        """;

    private const string Overloads = """
        public static partial class A
        {
            [WebhookAlert(LogLevel.Error, "{a}")]
            public static partial bool Flag(int a);

            [WebhookAlert(LogLevel.Debug, "{a}")]
            public static partial void X(int a);

            [WebhookAlert(LogLevel.Error, "{a}")]
            public static partial void X(string a);
        }
        """;

    [Theory]
    [InlineData("Receipt", typeof(AlertReceipt))]
    [InlineData("Incident", typeof(AlertIncident))]
    public void AnAcceptedCallAnswersWithWhatIsToldOfIt(string method, Type type)
    {
        var alerts = RunningAlerts.Of(Tracked);
        var probe = new ProbePipeline();

        var answer = alerts.Call(probe, method, "x");

        Assert.IsType(type, answer);
        Assert.Same(probe.Tracker, answer);
        Assert.Equal("x", probe.Take()!.Description);
    }

    [Theory]
    [InlineData("Receipt")]
    [InlineData("Incident")]
    public void ACallWhoseArgumentsAreUnreadableAnswersAsWell(string method)
    {
        var alerts = RunningAlerts.Of(Tracked);
        var probe = new ProbePipeline();

        var answer = alerts.Call(probe, method, Activator.CreateInstance(alerts.TypeOf("Bad")));

        Assert.NotNull(answer);
        Assert.Same(probe.Tracker, answer);
        Assert.IsType<InvalidOperationException>(probe.Unreadable);
    }

    [Fact]
    public void AnIgnoredCallAnswersWithWhatIsNeverSent()
    {
        var alerts = RunningAlerts.Of(Tracked);
        var probe = new ProbePipeline { IsOn = false };

        Assert.Same(AlertReceipt.Ignored, alerts.Call(probe, "Receipt", "x"));
        Assert.Same(AlertIncident.Ignored, alerts.Call(probe, "Incident", "x"));
        Assert.Null(probe.Tracker);
    }

    [Fact]
    public void ABoolTellsWhetherTheCallWasAccepted()
    {
        var alerts = RunningAlerts.Of(Overloads);

        Assert.Equal(true, alerts.Call(new ProbePipeline(), "Flag", 1));
        Assert.Equal(false, alerts.Call(new ProbePipeline { IsOn = false }, "Flag", 1));
    }

    [Fact]
    public void TheCompanionOfOverloadsTellsWhetherAnyOfThemWouldBeSent()
    {
        var alerts = RunningAlerts.Of(Overloads);

        Assert.Equal(true, alerts.Call(new ProbePipeline { MinimumLevel = LogLevel.Error }, "XIsEnabled"));
        Assert.Equal(false, alerts.Call(new ProbePipeline { MinimumLevel = LogLevel.Critical }, "XIsEnabled"));
    }
}
