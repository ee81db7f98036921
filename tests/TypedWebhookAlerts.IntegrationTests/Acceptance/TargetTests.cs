using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Targets;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>The figures that the benchmark prints with <c>-- delivery</c>, held by the same code.</summary>
public sealed class TargetTests
{
    public static TheoryData<int, int, int> Windows
    {
        get
        {
            var windows = new TheoryData<int, int, int>();
            foreach (var (limit, seconds, roundTrip) in HiddenWindowTarget.Windows)
            {
                windows.Add(limit, seconds, roundTrip);
            }

            return windows;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task ABurstTakesHardlyLongerThanTheWindowsDemandAndACriticalOvertakesIt(int roundTrip)
        => AssertMet(await BurstTarget.MeasureAsync(roundTrip.Milliseconds()));

    [Fact]
    public async Task ACriticalAmongAMillionEqualAlertsIsThereSoon() => AssertMet(await StormTarget.MeasureAsync());

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task AWindowThatNobodyAnnouncedRefusesOnceAtMostAndIsUsedUp(int limit, int seconds, int roundTrip)
        => AssertMet(await HiddenWindowTarget.MeasureAsync(limit, seconds.Seconds(), roundTrip.Milliseconds()));

    [Fact]
    public async Task ThreeAlertsASecondForAnHourAreThereWithinSixSeconds()
        => AssertMet(await SteadyTarget.MeasureAsync());

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 2)]
    [InlineData(28, 10)]
    [InlineData(29, 60)]
    [InlineData(33, 60)]
    [InlineData(34, 62)]
    [InlineData(57, 120)]
    public void TheLeastTimeIsWhatBothWindowsAllow(int requests, int seconds)
        => Assert.Equal(seconds.Seconds(), LeastTime.Of(requests, 28, 1.Minutes()));

    private static void AssertMet(IReadOnlyList<TargetFigure> figures)
        => Assert.All(
            figures,
            figure => Assert.True(figure.IsMet, $"{figure.Name}: {figure.Value}, limit {figure.Limit}"));
}
