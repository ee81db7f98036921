using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class SendingRhythmTests
{
    private readonly SendingRhythm _rhythm = new(batchSize: 5, TimeSpan.FromSeconds(10));

    [Theory]
    [InlineData(0, 1, 0.1)] // a calm channel gathers 100 ms
    [InlineData(9, 4, 0.1)]
    [InlineData(9, 5, 0)] // BatchSize ends the wait while half of the window is free
    [InlineData(14, 5, 0)]
    [InlineData(15, 5, 60.0 / 13)]
    [InlineData(10, 1, 60.0 / 18)] // the tokens left, but Critical's two, are spread over the minute
    [InlineData(20, 1, 60.0 / 8)]
    [InlineData(24, 1, 10)] // and never beyond BatchTimeout
    [InlineData(28, 9, 10)]
    [InlineData(30, 9, 10)]
    [InlineData(28, 10, 0)] // a full message gains nothing by waiting
    public void TheWaitGrowsAsTheWindowFills(int used, int queued, double seconds)
        => Assert.Equal(
            seconds,
            _rhythm.Wait(new ChannelFill(used, Limit: 30, TimeSpan.FromSeconds(60)), queued).TotalSeconds,
            tolerance: 1e-6);

    [Theory]
    [InlineData(3, 1, 0.1)] // a third of what was learned
    [InlineData(4, 1, 10)]
    [InlineData(5, 5, 0)] // and half of it
    [InlineData(6, 5, 10)]
    public void ItsFractionsFollowALimitThatWasLearned(int used, int queued, double seconds)
        => Assert.Equal(
            seconds,
            _rhythm.Wait(new ChannelFill(used, Limit: 12, TimeSpan.FromSeconds(90)), queued).TotalSeconds,
            tolerance: 1e-6);
}
