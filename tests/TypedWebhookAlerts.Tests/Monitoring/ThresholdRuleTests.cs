using TypedWebhookAlerts.Monitoring;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

public sealed class ThresholdRuleTests
{
    [Fact]
    public void TheShareOfTheProcessorsIsOfAllOfThem()
    {
        Assert.Equal(1.0 / Environment.ProcessorCount, ThresholdRule.Of("Cpu", MetricThreshold.Cpu(above: 0.9)).Scale);
        Assert.Equal(1, ThresholdRule.Of("GcPause", MetricThreshold.GcPause(above: 0.1)).Scale);
    }
}
