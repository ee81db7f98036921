using Microsoft.Extensions.Logging;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

public sealed class MetricThresholdRulesTests
{
    [Fact]
    public void WhatNamesAnInstrumentOrAPresetIsRight()
    {
        var options = new WebhookAlertOptions();
        options.Thresholds["Orders"] = new() { Meter = "Shop", Instrument = "orders", Below = 1, Until = 2 };
        options.Thresholds["cpu"] = new() { Above = 0.9, Until = 0.7 };
        options.Thresholds["VeryBusy"] = new() { Preset = "CPU", Above = 1, Level = LogLevel.Critical, Route = null };
        options.Thresholds["Memory"] = MetricThreshold.WorkingSet(above: 1 << 30);
        options.Thresholds["Preset"] = new() { Preset = " ", Meter = "Shop", Instrument = "orders", Above = 1 };

        Assert.Empty(MetricThresholdRules.Mistakes(options));
    }

    [Fact]
    public void EveryMistakeIsNamedWithItsOption()
    {
        var bad = new MetricThreshold
        {
            Meter = "Shop",
            Above = 1,
            Below = double.NaN,
            Until = double.PositiveInfinity,
            For = TimeSpan.FromDays(2),
            Percentile = 0,
            Level = LogLevel.None,
            Route = " ",
        };
        for (var i = 0; i < 9; i++)
        {
            bad.GroupBy.Add(" ");
        }

        Assert.Equal(
            [
                "Thresholds:bad:Instrument must be set beside Meter.",
                "Thresholds:bad must have either Above or Below.",
                "Thresholds:bad:Below must be a finite number.",
                "Thresholds:bad:Until must be a finite number.",
                "Thresholds:bad:For must be from 00:00:00 to 1.00:00:00.",
                "Thresholds:bad:Percentile must be more than 0 and at most 100.",
                "Thresholds:bad:GroupBy must name at most 8 tags.",
                "Thresholds:bad:GroupBy must be a list of names of tags.",
                "Thresholds:bad:Level must be a level from Trace to Critical.",
                "Thresholds:bad:Route must be the name of a route.",
            ],
            Mistakes("bad", bad));
    }

    [Fact]
    public void ALimitIsNeeded()
        => Assert.Equal(["Thresholds:Cpu must have either Above or Below."], Mistakes("Cpu", new()));

    [Fact]
    public void OneThatIsNothingIsAMistake()
        => Assert.Equal(["Thresholds:Cpu must say what is watched, and Above or Below."], Mistakes("Cpu", null!));

    [Fact]
    public void AnUnknownPresetIsToldWithTheOneThatWasProbablyMeant()
    {
        Assert.Equal(
            [
                "Thresholds:Busy:Preset must be Cpu, GcPause, WorkingSet, ThreadPoolQueue or Exceptions; did you mean "
                    + "'WorkingSet'?",
            ],
            Mistakes("Busy", new() { Preset = "WorkingSett", Above = 1 }));
        Assert.Equal(
            [
                "Thresholds:GcPuase must name a Meter and an Instrument, or be called Cpu, GcPause, WorkingSet, "
                    + "ThreadPoolQueue or Exceptions; did you mean 'GcPause'?",
            ],
            Mistakes("GcPuase", new() { Above = 1 }));
        Assert.EndsWith(
            "or Exceptions.", Assert.Single(Mistakes("Shop", new() { Above = 1 })), StringComparison.Ordinal);
    }

    [Fact]
    public void APresetAndAnInstrumentContradictEachOther()
        => Assert.Equal(
            ["Thresholds:x must name a Preset, or a Meter and an Instrument, not both."],
            Mistakes("x", new() { Preset = "Cpu", Meter = "Shop", Instrument = "orders", Above = 1 }));

    [Theory]
    [InlineData(90.0, null, null, "Above")]
    [InlineData(null, -0.1, null, "Below")]
    [InlineData(0.9, null, 70.0, "Until")]
    public void AShareIsFromZeroToOne(double? above, double? below, double? until, string option)
        => Assert.Contains(
            $"Thresholds:Cpu:{option} must be from 0 to 1, where 0.9 is 90 %.",
            Mistakes("Cpu", new() { Above = above, Below = below, Until = until }));

    [Theory]
    [InlineData(10.0, null, 11.0, "Until must not be greater than Above.")]
    [InlineData(null, 10.0, 9.0, "Until must not be less than Below.")]
    public void UntilLiesOnTheWayBack(double? above, double? below, double? until, string mistake)
        => Assert.Equal(
            [$"Thresholds:x:{mistake}"],
            Mistakes(
                "x", new() { Meter = "Shop", Instrument = "orders", Above = above, Below = below, Until = until }));

    [Fact]
    public void TheValidatorReportsThem()
    {
        var options = new WebhookAlertOptions { ThresholdInterval = TimeSpan.Zero };
        options.Thresholds["Cup"] = new() { Above = 1 };

        var failures = new WebhookAlertOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Equal(2, failures.Count);
        Assert.Contains("ThresholdInterval must be from 00:00:01 to 01:00:00.", failures);
        Assert.Contains(failures, failure => failure.EndsWith("did you mean 'Cpu'?", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Mistakes(string name, MetricThreshold threshold)
    {
        var options = new WebhookAlertOptions();
        options.Thresholds[name] = threshold;
        return MetricThresholdRules.Mistakes(options);
    }
}
