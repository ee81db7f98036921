using TypedWebhookAlerts.Dispatch;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class AlertMomentTests
{
    [Fact]
    public void AnAlertThatWaitedIsAsOldByTheMonotonicClockAsItsTimeOfDaySays()
    {
        var utcNow = DateTimeOffset.UnixEpoch.AddDays(1);

        var moment = AlertMoment.Of(TimeSpan.FromHours(2), utcNow, utcNow.AddMinutes(-10));

        Assert.Equal(TimeSpan.FromMinutes(110), moment.Raised);
        Assert.Equal(utcNow.AddMinutes(-10), moment.At);
    }
}
