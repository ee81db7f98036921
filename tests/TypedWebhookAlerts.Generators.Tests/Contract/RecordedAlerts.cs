using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Generators.Tests.Harness;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>Writes down what alerts left in a real pipeline that nobody has started: what each renderer says, and what
/// each parameter reads back.</summary>
internal static class RecordedAlerts
{
    public static string Take(AlertPipeline pipeline, Assembly library)
    {
        var text = new StringBuilder();
        var ring = AdmissionOf(pipeline).Ring!;
        while (ring.TryRead(out var record))
        {
            Write(text, record, library);
            ring.Release(record);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, AlertRecord record, Assembly library)
    {
        var alert = record.Descriptor;
        text.Append(alert.Name).Append(" (").Append(alert.Level).Append(", ").Append(alert.EventId).Append(")\n");
        if (alert.Render.Method.Module.Assembly != library)
        {
            text.Append("  in words of the runtime\n");
            return;
        }

        var reader = record.CreateReader();
        var formatter = new ProbeFormatter();
        alert.Render(ref reader, formatter);
        foreach (var (part, words) in formatter.Parts)
        {
            text.Append("  ").Append(part).Append(": ").Append(words).Append('\n');
        }

        var values = record.CreateReader();
        foreach (var parameter in alert.Parameters)
        {
            var value = parameter.Read(ref values, ClassifiedRedactor.Showing);
            text.Append("  ").Append(parameter.Name).Append(" is ").Append(parameter.Type.Name).Append(", ")
                .Append(parameter.Role).Append(": ").Append(Show(value)).Append('\n');
        }
    }

    private static string Show(object? value)
        => value switch
        {
            null => "null",
            Exception exception => exception.GetType().Name,
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };

    // The pump would send what it reads; here it is looked at before.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_admission")]
    private static extern ref AlertAdmission AdmissionOf(AlertPipeline pipeline);
}
