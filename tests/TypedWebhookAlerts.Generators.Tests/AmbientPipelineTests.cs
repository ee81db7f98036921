using TypedWebhookAlerts.Generators.Tests.Contract;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code on the library's own ambient pipeline.</summary>
[Collection(OnAmbient.Name)]
public sealed class AmbientPipelineTests
{
    [Fact]
    public async Task APropertyThatThrowsLeavesTheAlertToTheAmbientPipeline()
    {
        var alerts = RunningAlerts.OnTheAmbientPipeline("""
            public static partial class A
            {
                private static AlertPipeline Alerts => throw new InvalidOperationException();

                [WebhookAlert(LogLevel.Error, "{a}")]
                public static partial bool X(int a);
            }
            """);

        // Disposed, it makes room for one that holds nothing.
        await using var pipeline = WebhookAlerts.Pipeline;
        var pending = pipeline.Ledger.Pending;

        Assert.Equal(true, alerts.Call(new ProbePipeline(), "XIsEnabled"));
        Assert.Equal(true, alerts.Call(new ProbePipeline(), "X", 7));

        Assert.Equal(pending + 1, pipeline.Ledger.Pending);
    }
}
