using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Makes the formatters of a pipeline from its options: anew after each reload, one for each thread that
/// renders.</summary>
internal sealed class AlertFormatters
{
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly ContextLine _line;
    private readonly ClassifiedRedactor _classification;

    /// <param name="time">The clock: the uptime in footers counts from here.</param>
    /// <param name="redactors">Gives the redactors of classified arguments, now and after each reload; null to erase
    /// them.
    /// </param>
    /// <param name="log">Told when a user's code fails.</param>
    public AlertFormatters(TimeProvider time, IRedactorProvider? redactors, ILogger log)
    {
        _classification = new ClassifiedRedactor(redactors, log);
        _time = time;
        _startedAt = time.GetTimestamp();
        _line = new ContextLine(log);
    }

    /// <summary>Makes the formatter of the pump, which alone asks for the application's own line.</summary>
    /// <param name="options">What is shown, and how.</param>
    /// <param name="frames">The frames that a message may come to have.</param>
    public DiscordFormatter CreateForPump(WebhookAlertOptions options, IReadOnlyList<MessageFrame> frames)
    {
        var redactor = TextRedactor.Create(options);
        _line.Configure(options.Context, redactor);
        return Create(options, frames, redactor, isPump: true);
    }

    /// <summary>Makes the formatter of a lane, for what the library itself has to say there.</summary>
    /// <param name="options">What is shown, and how.</param>
    public DiscordFormatter CreateForLane(WebhookAlertOptions options)
        => Create(options, frames: [], TextRedactor.Create(options), isPump: false);

    private DiscordFormatter Create(
        WebhookAlertOptions options, IReadOnlyList<MessageFrame> frames, TextRedactor redactor, bool isPump)
    {
        var name = options.IncludeBotInfo ? ApplicationInfo.Name(options.ApplicationName, redactor) : null;
        var application = name is null ? null : ApplicationInfo.Describe(name, redactor);
        var surroundings = new Surroundings(application, _line, _time, _startedAt);
        var rendering = new RenderingOptions(
            options.MaxMessageLength, options.IncludeTimestamps, options.IncludeStackTraces)
        {
            FooterEnd = () => surroundings.Describe(isPump),
            ApplicationName = name,
            AttachTraces = options.AttachLongTraces,
            Frames = frames,
            Culture = AlertCulture.Of(options),
            Classification = _classification,
            Redactor = redactor,
            TraceLink = TraceLink.Create(options.TraceUrl),
        };
        return options.UseEmbeds ? new DiscordEmbedFormatter(rendering) : new DiscordContentFormatter(rendering);
    }
}
