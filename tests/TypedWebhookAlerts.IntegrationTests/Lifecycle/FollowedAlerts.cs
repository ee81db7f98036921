using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>Alerts whose calls are followed, as the generator writes them: by hand, so that the runtime is tested
/// without it.</summary>
internal static class FollowedAlerts
{
    public static readonly AlertDescriptor JobFailed = Describe("JobFailed", LogLevel.Error);
    public static readonly AlertDescriptor Limited = Describe("Limited", LogLevel.Error, maxPerMinute: 2);
    public static readonly AlertDescriptor Chatter = Describe("Chatter", LogLevel.Debug);
    public static readonly AlertDescriptor Warned = Describe("Warned", LogLevel.Warning);
    public static readonly AlertDescriptor DatabaseDown = Describe("DatabaseDown", LogLevel.Critical);
    public static readonly AlertDescriptor Patient = Describe("Patient", LogLevel.Error, openAfterSeconds: 60);
    public static readonly AlertDescriptor OnlyFields = Describe("OnlyFields", LogLevel.Critical, RenderField);

    public static readonly AlertDescriptor Deep = Describe(
        "Deep", LogLevel.Critical, static (ref record, alert) => alert.Exception(Thrown(depth: 60)));

    public static AlertReceipt Raise(this AlertPipeline pipeline, AlertDescriptor alert, string? text)
    {
        if (!pipeline.IsEnabled(alert))
        {
            return AlertReceipt.Ignored;
        }

        var receipt = AlertReceipt.Open(pipeline, alert);
        Capture(pipeline, alert, text, receipt);
        return receipt;
    }

    public static AlertReceipt RaiseThrowing(this AlertPipeline pipeline, AlertDescriptor alert)
    {
        var receipt = AlertReceipt.Open(pipeline, alert);
        pipeline.RaiseUnreadable(alert, new InvalidOperationException(), receipt);
        return receipt;
    }

    public static AlertIncident Begin(this AlertPipeline pipeline, AlertDescriptor alert, string? text)
    {
        if (!pipeline.IsEnabled(alert))
        {
            return AlertIncident.Ignored;
        }

        var incident = AlertIncident.Open(pipeline, alert);
        Capture(pipeline, alert, text, incident);
        return incident;
    }

    private static void Capture(AlertPipeline pipeline, AlertDescriptor alert, string? text, AlertTracker tracker)
    {
        if (pipeline.TryClaim(alert, AlertWriter.SizeOf(text), tracker, out var record))
        {
            record.Write(text);
            record.EndKey();
            record.Commit();
        }
    }

    private static AlertDescriptor Describe(
        string name, LogLevel level, AlertRenderer? render = null, int maxPerMinute = 0, int openAfterSeconds = -1)
        => new(
            "Tests.Followed." + name,
            eventId: 1,
            level,
            template: "About {text}",
            route: null,
            [AlertParameter.Text("text", AlertParameterRole.Key)],
            render ?? Render)
        {
            Title = name,
            MaxPerMinute = maxPerMinute,
            OpenAfterSeconds = openAfterSeconds,
        };

    private static void Render(ref AlertReader record, AlertFormatter alert)
    {
        alert.Title("It failed"u8);
        alert.BeginDescription();
        alert.Literal("About "u8);
        alert.Text(record.ReadText());
        alert.End();
        alert.BeginField("Field"u8);
        alert.Literal("value"u8);
        alert.End();
        alert.Exception(new InvalidOperationException("not told again"));
        alert.Footer("footer"u8);
    }

    private static void RenderField(ref AlertReader record, AlertFormatter alert)
    {
        alert.BeginField("Field"u8);
        alert.Text(record.ReadText());
        alert.End();
    }

    private static InvalidOperationException Thrown(int depth)
    {
        try
        {
            Throw(depth);
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private static int Throw(int depth)
        => depth == 0 ? throw new InvalidOperationException("deep") : Throw(depth - 1) + 1;
}
