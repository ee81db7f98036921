using System.Globalization;
using CsCheck;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>Numbers, dates and times in the culture of the options, on the pump and at the call.</summary>
public sealed class CultureTests
{
    private static readonly DateTime s_date = new(2026, 12, 24, 6, 30, 0, DateTimeKind.Utc);

    private static readonly string?[] s_formats = [null, "N2", "#,##0.00", "E3", "P1", "0.0 €", "N300", "Q"];

    [Fact]
    public void NumbersAndDatesAreThoseOfTheCulture()
    {
        Assert.Equal("1.234,50", Shown(Cultures.German, alert => alert.Value(1234.5, "N2")));
        Assert.Equal("1\u202F234,50", Shown(Cultures.French, alert => alert.Value(1234.5m, "N2")));
        Assert.Equal("24.12.2026 06:30:00", Shown(Cultures.German, alert => alert.Value(s_date)));
        Assert.Equal("24/12/2026", Shown(Cultures.French, alert => alert.Value(DateOnly.FromDateTime(s_date))));
    }

    [Fact]
    public void WithoutACultureTheyAreInvariant()
        => Assert.Equal("1,234.50 12/24/2026 06:30:00", Shown(null, alert =>
        {
            alert.Value(1234.5, "N2");
            alert.Literal(" "u8);
            alert.Value(s_date);
        }));

    [Fact]
    public void WhatDiscordReadsIsInNoCulture()
        => Assert.Equal("<t:1798093800:R>", Shown(Cultures.French, alert => alert.Timestamp(s_date, 'R')));

    [Fact]
    public void AWidthCountsWhatTheCultureShows()
        => Assert.Equal("[  1\u202F234,50]", Shown(Cultures.French, alert =>
        {
            alert.Literal("\\["u8);
            alert.Value(1234.5, "N2", alignment: 10);
            alert.Literal("\\]"u8);
        }).Replace("\\", "", StringComparison.Ordinal));

    [Fact]
    public void AFormatThatTheTypeRefusesIsShownBesideThePlainValue()
        => Assert.Equal("5 (format 'Q' failed)", Shown(Cultures.German, alert => alert.Value(5, "Q")));

    [Fact]
    public void WhatACultureCannotSayTheInvariantOneDoes()
    {
        Assert.Equal("12/24/2026 06:30:00", Shown(Cultures.WithoutDates, alert => alert.Value(s_date)));
        Assert.Equal("5", Shown(Cultures.WithoutDates, alert => alert.Value(5)));
    }

    [Fact]
    public void WhateverTheSeparatorsAreANumberIsOnlyText()
        => Gen.Select(HostileAlert.Argument, HostileAlert.Argument, Gen.Double, Gen.OneOfConst(s_formats))
            .Where((point, group, _, _) => point.Length is > 0 and < 300 && group.Length < 300)
            .Hold((point, group, value, format) =>
            {
                var culture = Cultures.Of(point, group, "dd MM yyyy");

                var description = Shown(culture, alert => alert.Value(value, format));

                Assert.Null(DiscordMarkdown.FindMark(description));
            }, count: 2000);

    [Fact]
    public void AtTheCallObjectsAreRenderedInTheCulture()
    {
        double[] rates = [1.5, 2.5];
        using var scratch = AlertScratch.Rent(Cultures.German);

        Assert.Equal("1.234,50", scratch.Format(1234.5, "N2").Value);
        Assert.Equal("1.234,50", scratch.Format<double?>(1234.5, "N2").Value);
        Assert.Equal("1.234,50", scratch.Format<object>(1234.5, "N2").Value);
        Assert.Equal("1.234,50", scratch.FormatSpan(1234.5m, "N2").Value);
        Assert.Equal("1.234,50", scratch.FormatSpan<decimal>((decimal?)1234.5m, "N2").Value);
        Assert.Equal("1,5, 2,5", scratch.List(rates).Value);
        Assert.Equal("1,5, 2,5", scratch.List(new List<object> { 1.5, 2.5m }).Value);
        Assert.Equal("1,5", scratch.List(new object[] { 1.5 }.Select(item => item)).Value);
    }

    [Fact]
    public void AtTheCallTooTheInvariantCultureSaysWhatTheOtherCannot()
    {
        const string Date = "12/24/2026 06:30:00";
        using var scratch = AlertScratch.Rent(Cultures.WithoutDates);

        Assert.Equal(Date, scratch.Format(s_date).Value);
        Assert.Equal(Date, scratch.Format<object>(s_date).Value);
        Assert.Equal(Date, scratch.FormatSpan(s_date).Value);
        Assert.Equal($"{Date}, {Date}", scratch.List(new[] { s_date, s_date }).Value);
        Assert.Equal($"1, {Date}, 2", scratch.List(new List<object> { 1, s_date, 2 }).Value);
    }

    [Fact]
    public void WhatThrowsInEveryCultureThrows()
    {
        Assert.Throws<FormatException>(static () =>
        {
            using var scratch = AlertScratch.Rent(Cultures.German);
            scratch.Format(5, "Q");
        });

        using var scratch = AlertScratch.Rent(Cultures.German);
        Assert.Equal("5", scratch.Format(5).Value);
    }

    private static string Shown(CultureInfo? culture, Action<AlertFormatter> write)
        => Spoken.Embed(write, new RenderingOptions { Culture = culture }).Description!;
}
