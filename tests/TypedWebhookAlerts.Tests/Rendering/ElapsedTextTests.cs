using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class ElapsedTextTests
{
    [Theory]
    [InlineData(-5, "less than a second")]
    [InlineData(0, "less than a second")]
    [InlineData(0.999, "less than a second")]
    [InlineData(1, "1 s")]
    [InlineData(59.9, "59 s")]
    [InlineData(60, "1 min 0 s")]
    [InlineData(754, "12 min 34 s")]
    [InlineData(3600, "1 h 0 min")]
    [InlineData(86399, "23 h 59 min")]
    [InlineData(86400, "1 d 0 h")]
    [InlineData(86400 * 400.5, "400 d 12 h")]
    public void ATimeIsToldInItsTwoLargestUnits(double seconds, string text)
        => Assert.Equal(text, ElapsedText.Of(TimeSpan.FromSeconds(seconds)));
}
