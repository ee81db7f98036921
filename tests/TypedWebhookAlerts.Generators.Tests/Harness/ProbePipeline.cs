using System.Globalization;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>
/// Stands in for the ambient pipeline, so that what generated code wrote can be looked at before any pump has it. The
/// ring, the writer and the reader are the real ones.
/// </summary>
public sealed class ProbePipeline
{
    private static readonly AsyncLocal<ProbePipeline?> s_current = new();

    private readonly AlertRingBuffer _ring = new(1 << 18, new WakeUp());

    /// <summary>What generated code finds where it looks for the ambient pipeline.</summary>
    public static ProbePipeline Current
    {
        get => s_current.Value ?? throw new InvalidOperationException("No probe is set.");
        set => s_current.Value = value;
    }

    public bool IsOn { get; set; } = true;

    public LogLevel MinimumLevel { get; set; }

    /// <summary>What was thrown while the arguments of the last call were read.</summary>
    public Exception? Unreadable { get; private set; }

    /// <summary>Who was to be told of the last call.</summary>
    public AlertTracker? Tracker { get; private set; }

    /// <summary>The culture of what is rendered at the call.</summary>
    public CultureInfo? Culture { get; set; }

    /// <summary>Give the redactors of classified values; null to erase them.</summary>
    public IRedactorProvider? Redactors { get; set; }

    public bool IsEnabled(AlertDescriptor alert) => IsOn && alert.Level >= MinimumLevel;

    public bool TryClaim(AlertDescriptor alert, int size, out AlertWriter record)
        => _ring.TryClaim(alert.Id, size, isCritical: true, stamp: 0, out record) == ClaimResult.Claimed;

    public bool TryClaim(AlertDescriptor alert, int size, AlertTracker tracker, out AlertWriter record)
    {
        Tracker = tracker;
        return TryClaim(alert, size, out record);
    }

    public bool RaiseUnreadable(AlertDescriptor alert, Exception exception)
    {
        Unreadable = exception;
        return alert is not null;
    }

    public bool RaiseUnreadable(AlertDescriptor alert, Exception exception, AlertTracker tracker)
    {
        Tracker = tracker;
        return RaiseUnreadable(alert, exception);
    }

    /// <summary>Takes the record that the last call wrote.</summary>
    internal ProbedAlert? Take()
    {
        if (!_ring.TryRead(out var record))
        {
            return null;
        }

        var reader = record.CreateReader();
        var formatter = new ProbeFormatter(Redactors);
        record.Descriptor.Render(ref reader, formatter);
        var values = record.CreateReader();
        var parameters = new Dictionary<string, object?>();
        foreach (var parameter in record.Descriptor.Parameters)
        {
            parameters[parameter.Name] = parameter.Read(ref values, ClassifiedRedactor.Showing);
        }

        var alert = new ProbedAlert(record.Descriptor, formatter.Parts, parameters, Convert.ToHexString(record.Key));
        _ring.Release(record);
        return alert;
    }
}
