using System.Globalization;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A host's alerts in the culture of its options.</summary>
public sealed class CultureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NumbersAndDatesAreShownInTheCultureWhereverTheyAreRendered()
    {
        await using var run = new HostRun(options: options => options.Culture = Commas());
        await run.StartAsync(Token);

        run.Pipeline.Paid(1234.5m, new Money(0.5m), [1.5, 2.5], new DateOnly(2026, 12, 24));
        run.Flush();

        Assert.Equal("1\u202F234,50 by 0,5 EUR: 1,5, 2,5", run.Embeds[0].Description);
        Assert.Equal("24.12.2026", run.Embeds[0].Fields[0].Value);
    }

    [Fact]
    public async Task WithoutACultureTheyAreInvariantWhateverTheThreadsIs()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Commas();
        try
        {
            await using var run = new HostRun();
            await run.StartAsync(Token);

            run.Pipeline.Paid(1234.5m, new Money(0.5m), [1.5, 2.5], new DateOnly(2026, 12, 24));
            run.Flush();

            Assert.Equal("1,234.50 by 0.5 EUR: 1.5, 2.5", run.Embeds[0].Description);
            Assert.Equal("12/24/2026", run.Embeds[0].Fields[0].Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task WhatTheOptionsCultureBecomesAfterTheStartChangesNothing()
    {
        var culture = Commas();
        await using var run = new HostRun(options: options => options.Culture = culture);
        await run.StartAsync(Token);

        culture.NumberFormat.NumberDecimalSeparator = "?";
        run.Pipeline.Paid(1m, new Money(0.5m), [1.5], new DateOnly(2026, 12, 24));
        run.Flush();

        Assert.Equal("1,00 by 0,5 EUR: 1,5", run.Embeds[0].Description);
    }

    private static CultureInfo Commas()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u202F";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }
}
