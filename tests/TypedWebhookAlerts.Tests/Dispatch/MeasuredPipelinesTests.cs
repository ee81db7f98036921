using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class MeasuredPipelinesTests
{
    private readonly MeasuredPipelines _pipelines = new();

    [Fact]
    public void SeveralPipelinesAddUpARoutesByItsName()
    {
        _pipelines.Add(Pipeline(accepted: 2, delivered: 1));
        _pipelines.Add(Pipeline(accepted: 5, delivered: 3));

        Assert.Equal((7, 4), (_pipelines.SumOfAlerts().Accepted, _pipelines.SumOfAlerts().Delivered));
        Assert.Equal(7, Assert.Single(_pipelines.SumOfRoutes()).Accepted);
        Assert.Equal(3, _pipelines.Waiting()["error"]);
    }

    [Fact]
    public void OneThatEndsTakesNothingFromTheCountersAndNothingOfItIsOfTheMoment()
    {
        var ended = Pipeline(accepted: 2, delivered: 1);
        _pipelines.Add(ended);
        _pipelines.End(ended);
        _pipelines.End(ended);

        Assert.Equal((2, 1), (_pipelines.SumOfAlerts().Accepted, _pipelines.SumOfAlerts().Delivered));
        Assert.Equal(2, Assert.Single(_pipelines.SumOfRoutes()).Accepted);
        Assert.Empty(_pipelines.Waiting());
        Assert.Equal(0, _pipelines.Sum(static pipeline => pipeline.RingBytes + 1));
    }

    [Fact]
    public void TheCallsThatOneRefusedAreCountedBeforeItsEndAndAfterIt()
    {
        var states = new AlertStates();
        var pipeline = Pipeline(accepted: 0, delivered: 0, states);
        _pipelines.Add(pipeline);
        states.Get(UntypedAlerts.Sent(LogLevel.Error)!).Refuse(RefusalReason.Full);
        Assert.Equal(1, Refused());

        _pipelines.End(pipeline);

        Assert.Equal(1, Refused());

        long Refused() => _pipelines.SumOfRefused().Read((int)RefusalReason.Full, LogLevel.Error);
    }

    [Fact]
    public void OneThatHasEndedIsHeldByNobody()
    {
        var ended = AddAndEnd();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(ended.IsAlive);
        Assert.Equal(2, _pipelines.SumOfAlerts().Accepted);
    }

    // In a method of its own, so that no local of the test holds it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference AddAndEnd()
    {
        var pipeline = Pipeline(accepted: 2, delivered: 1);
        _pipelines.Add(pipeline);
        _pipelines.End(pipeline);
        return new WeakReference(pipeline);
    }

    private static MeasuredPipeline Pipeline(long accepted, int delivered, AlertStates? states = null)
    {
        var (alerts, route) = (new OutcomeCounters(), new OutcomeCounters("error"));
        foreach (var counters in new[] { alerts, route })
        {
            counters.Accept(LogLevel.Error, accepted);
            for (var i = 0; i < delivered; i++)
            {
                counters.Deliver(LogLevel.Error);
            }
        }

        return new MeasuredPipeline(
            alerts, () => [route], states ?? new AlertStates(), new AlertRingBuffer(128 * 1024, new WakeUp()));
    }
}
