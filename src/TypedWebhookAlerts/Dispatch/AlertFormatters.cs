using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Makes the formatters of a pipeline from its options: anew after each reload, one for each thread that
/// renders. What they take out of text is made once for all of them: the user's expressions are many, or slow to make.
/// </summary>
internal sealed class AlertFormatters
{
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly ContextLine _line;
    private readonly ClassifiedRedactor _classification;
    private WebhookAlertOptions _options;
    private TextRedactor _redactor;

    /// <param name="options">What is shown, and how. The uptime in footers counts from here by their clock, and their
    /// redactors are those of classified arguments now and after each reload.</param>
    /// <param name="log">Told when a user's code fails.</param>
    public AlertFormatters(WebhookAlertOptions options, ILogger log)
    {
        _classification = new ClassifiedRedactor(options.RedactorProvider, log);
        _time = options.TimeProvider;
        _startedAt = _time.GetTimestamp();
        _line = new ContextLine(log);
        Configure(options);
    }

    /// <summary>Makes all further formatters from other options, for those of before are made anew.</summary>
    /// <param name="options">What is shown, and how.</param>
    [MemberNotNull(nameof(_options), nameof(_redactor))]
    public void Configure(WebhookAlertOptions options)
    {
        _options = options;
        _redactor = TextRedactor.Create(options);
    }

    /// <summary>Makes the formatter of the pump, which alone asks for the application's own line.</summary>
    /// <param name="frames">The frames that a message may come to have.</param>
    public DiscordFormatter CreateForPump(IReadOnlyList<MessageFrame> frames)
    {
        _line.Configure(_options.Context, _redactor);
        return Create(frames, isPump: true);
    }

    /// <summary>Makes the formatter of a lane, for what the library itself has to say there.</summary>
    public DiscordFormatter CreateForLane() => Create(frames: [], isPump: false);

    private DiscordFormatter Create(IReadOnlyList<MessageFrame> frames, bool isPump)
    {
        var (options, redactor) = (_options, _redactor);
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
