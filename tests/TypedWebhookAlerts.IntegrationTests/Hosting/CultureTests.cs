using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
    public async Task WhatIsSentAndWhatIsLoggedIsInTheCultureToo()
    {
        await using var run = new HostRun(
            builder => builder.Logging.AddWebhookAlerts(), options => options.Culture = Commas());
        await run.StartAsync(Token);

        run.Pipeline.Send(
            LogLevel.Error,
            "sent",
            null,
            ("load", 0.5),
            ("rates", new[] { 1.5, 2.5 }),
            ("due", new DateOnly(2026, 12, 24)));
        run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop").LogError("{Took} ms", 12.5);
        run.Flush();

        Assert.Equal(["0,5", "1,5, 2,5", "24.12.2026"], run.Embeds[0].Fields.Select(field => field.Value));
        Assert.Equal(("Took", "12,5"), (run.Embeds[1].Fields[^1].Name, run.Embeds[1].Fields[^1].Value));

        // The words of an entry are the application's.
        Assert.Equal("12.5 ms", run.Embeds[1].Description);
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

    [Fact]
    public async Task AReloadChangesTheCultureWhereverSomethingIsRendered()
    {
        var culture = CultureInfo.InvariantCulture;
        await using var run = new HostRun(options: options => options.Culture = culture);
        await run.StartAsync(Token);
        run.Pipeline.Paid(1m, new Money(0.5m), [1.5], new DateOnly(2026, 12, 24));
        run.Flush();

        // One made by hand has no name that would show a change: what else is reloaded takes it along.
        culture = Commas();
        run.Reload(("WebhookAlerts:BatchSize", "6"));
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Paid(2m, new Money(0.25m), [2.5], new DateOnly(2026, 12, 25));
        run.Flush();

        Assert.Equal(
            ["1.00 by 0.5 EUR: 1.5", "2,00 by 0,25 EUR: 2,5"], run.Embeds.Select(embed => embed.Description));
        Assert.Equal(["12/24/2026", "25.12.2026"], run.Embeds.Select(embed => embed.Fields[0].Value));
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
