using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Monitoring;
using TypedWebhookAlerts.Tests.Options;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>Holds the tables of <c>docs/monitoring.md</c> to the presets and to the meter.</summary>
public sealed class MonitoringDocumentTests
{
    private static readonly IReadOnlyList<string[]> s_rows =
        [
            .. ConfigurationDocumentTests.Rows("monitoring.md")
                .Select(row => row.Select(cell => cell.Trim('`')).ToArray()),
        ];

    [Fact]
    public void EveryInstrumentOfTheMeterHasItsRow()
    {
        // Their instruments are made when they are first used.
        foreach (var type in new[] { typeof(PipelineMeter), typeof(WindowWaits), typeof(MeasuredRequest) })
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        var shown = s_rows.Where(row => row[0].StartsWith("webhook_alerts.", StringComparison.Ordinal))
            .Select(row => $"{row[0]} {row[2]}");

        Assert.Equal(
            KnownInstruments.All().Where(instrument => instrument.Meter == AlertTelemetry.Meter)
                .Select(instrument => $"{instrument.Name} {instrument.Unit}").Order(StringComparer.Ordinal),
            shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryPresetHasItsRow()
    {
        var presets = MetricPreset.All.ToDictionary(preset => preset.Name, preset => preset.Instrument);

        Assert.Equal(
            presets, s_rows.Where(row => presets.ContainsKey(row[0])).ToDictionary(row => row[0], row => row[1]));
    }
}
