using CsCheck;
using TypedWebhookAlerts.Dispatch;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class UptimeTests
{
    [Theory]
    [InlineData("0:00:00:00", "just started")]
    [InlineData("0:00:00:59.999", "just started")]
    [InlineData("0:00:01:00", "up 1 min")]
    [InlineData("0:00:59:59", "up 59 min")]
    [InlineData("0:01:00:00", "up 1 h")]
    [InlineData("0:23:59:59", "up 23 h")]
    [InlineData("1:00:00:00", "up 1 d")]
    [InlineData("400:12:00:00", "up 400 d")]
    public void TheLargestUnitIsEnough(string elapsed, string text)
        => Assert.Equal(
            text, Uptime.Of(TimeSpan.Parse(elapsed, System.Globalization.CultureInfo.InvariantCulture)).Text);

    [Fact]
    public void TheWordsAreRightUntilTheySayTheyAreNot()
        => Gen.Long[0, TimeSpan.FromDays(1000).Ticks].Select(TimeSpan.FromTicks).Hold(elapsed =>
        {
            var uptime = Uptime.Of(elapsed);

            Assert.True(uptime.Until > elapsed);
            Assert.Equal(uptime.Text, Uptime.Of(uptime.Until - TimeSpan.FromTicks(1)).Text);
            Assert.NotEqual(uptime.Text, Uptime.Of(uptime.Until).Text);
        });
}
