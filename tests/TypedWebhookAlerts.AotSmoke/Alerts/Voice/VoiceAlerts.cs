using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Voice;

/// <summary>A struct that holds its pipeline in a field.</summary>
internal readonly partial struct VoiceAlerts
{
    private readonly AlertPipeline _pipeline;

    public VoiceAlerts(AlertPipeline pipeline) => _pipeline = pipeline;

    [WebhookAlert(LogLevel.Warning, "{region} lost {lost:P0} of its packets", "performance")]
    public readonly partial void PacketsLost(string region, decimal lost);

    [WebhookAlert(LogLevel.Error, "Encoder failed with {code:X8}")]
    public readonly partial void EncoderFailed(int code);

    [WebhookAlert(LogLevel.Warning, "Jitter {jitter:0.00} ms in {channel}", "performance")]
    public readonly partial bool Jitter(Half jitter, Channel channel);

    [WebhookAlert(LogLevel.Information, "{channel:s} is empty since {since:<t:T>}", "info")]
    public readonly partial void Emptied(Channel channel, DateTime since);

    [WebhookAlert(LogLevel.Warning, "Reconnect {attempt} of {channel}")]
    public readonly partial void Reconnecting(in Channel channel, int attempt);

    [WebhookAlert(LogLevel.Warning, "{kilobits} kbit/s are too many")]
    public readonly partial void BitrateTooHigh(int? kilobits);

    [WebhookAlert(LogLevel.Error, "Frame {frame} of {total}")]
    public readonly partial void FrameDropped(nint frame, nuint total);

    [WebhookAlert(LogLevel.Warning, "{rate} Hz", EventId = 901, EventName = "VoiceRate")]
    public readonly partial void RateUnsupported(uint rate);
}
