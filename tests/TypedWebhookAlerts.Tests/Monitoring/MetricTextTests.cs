using System.Globalization;
using TypedWebhookAlerts.Monitoring;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

public sealed class MetricTextTests
{
    /// <summary>Made by hand: a machine may have no cultures installed.</summary>
    public static CultureInfo German { get; } = new(string.Empty)
    {
        NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
    };

    [Theory]
    [InlineData(0.9734, "share", "97.34 %")]
    [InlineData(1, "share", "100 %")]
    [InlineData(0.15, "s/s", "15 %")]
    [InlineData(150, "ms/s", "15 %")]
    [InlineData(150_000, "us/s", "15 %")]
    [InlineData(150_000_000, "ns/s", "15 %")]
    [InlineData(0.01, "min/s", "60 %")]
    [InlineData(0, "By", "0 B")]
    [InlineData(1023, "By", "1,023 B")]
    [InlineData(1610612736, "By", "1.5 GiB")]
    [InlineData(-2048, "By", "-2 KiB")]
    [InlineData(3, "MiBy", "3 MiB")]
    [InlineData(1536, "By/s", "1.5 KiB/s")]
    [InlineData(0, "s", "0 s")]
    [InlineData(0.35, "s", "350 ms")]
    [InlineData(1.25, "s", "1.25 s")]
    [InlineData(90, "s", "90 s")]
    [InlineData(300, "s", "5 min")]
    [InlineData(9000, "s", "2.5 h")]
    [InlineData(0.0000042, "s", "4.2 µs")]
    [InlineData(0.0000000042, "s", "4.2 ns")]
    [InlineData(1500, "ms", "1.5 s")]
    [InlineData(12.5, "{exception}/s", "12.5/s")]
    [InlineData(1024, "{work_item}", "1,024")]
    [InlineData(1234567.89, null, "1,234,568")]
    [InlineData(12.3456, "1", "12.35")]
    [InlineData(36.6, "Cel", "36.6 Cel")]
    [InlineData(2, "Cel/s", "2 Cel/s")]
    [InlineData(0.00012345, "", "0.0001234")]
    [InlineData(0.00000012346, "", "1.235e-7")]
    [InlineData(1e300, "", "1e300")]
    [InlineData(5e-324, "", "4.941e-324")]
    public void AValueIsShownWithAUnitThatPeopleRead(double value, string? unit, string shown)
        => Assert.Equal(shown, MetricText.Of(value, unit, CultureInfo.InvariantCulture));

    [Fact]
    public void NumbersAreWrittenInTheCultureThatIsSet()
        => Assert.Equal("97,34 %", MetricText.Of(0.9734, "share", German));
}
