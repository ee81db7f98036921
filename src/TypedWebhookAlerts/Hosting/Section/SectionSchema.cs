namespace TypedWebhookAlerts.Hosting;

/// <summary>The keys of the section <c>WebhookAlerts</c>: a test holds it to the options' types.</summary>
internal static class SectionSchema
{
    public static SectionNode.Group Route { get; } = Group(
        (nameof(RouteOptions.Url), Value(ValueKind.Words)),
        (nameof(RouteOptions.Fallback), Value(ValueKind.Words)),
        (nameof(RouteOptions.Username), Value(ValueKind.Words)),
        (nameof(RouteOptions.AvatarUrl), Value(ValueKind.Words)),
        (nameof(RouteOptions.ThreadId), Value(ValueKind.Id)),
        (nameof(RouteOptions.ThreadName), Value(ValueKind.Words)),
        (nameof(RouteOptions.Tags), new SectionNode.List(ValueKind.Id)),
        (nameof(RouteOptions.Mention), Value(ValueKind.Words)),
        (nameof(RouteOptions.MentionFrom), Value(ValueKind.Level)));

    public static SectionNode.Group Alert { get; } = Group(
        (nameof(AlertOverride.Enabled), Value(ValueKind.Switch)),
        (nameof(AlertOverride.Level), Value(ValueKind.Level)),
        (nameof(AlertOverride.Route), Value(ValueKind.Words)));

    public static SectionNode.Group Threshold { get; } = Group(
        (nameof(MetricThreshold.Preset), Value(ValueKind.Words)),
        (nameof(MetricThreshold.Meter), Value(ValueKind.Words)),
        (nameof(MetricThreshold.Instrument), Value(ValueKind.Words)),
        (nameof(MetricThreshold.Above), Value(ValueKind.Number)),
        (nameof(MetricThreshold.Below), Value(ValueKind.Number)),
        (nameof(MetricThreshold.Until), Value(ValueKind.Number)),
        (nameof(MetricThreshold.For), Value(ValueKind.Time)),
        (nameof(MetricThreshold.Percentile), Value(ValueKind.Number)),
        (nameof(MetricThreshold.PerSecond), Value(ValueKind.Switch)),
        (nameof(MetricThreshold.GroupBy), new SectionNode.List(ValueKind.Words)),
        (nameof(MetricThreshold.Level), Value(ValueKind.Level)),
        (nameof(MetricThreshold.Route), Value(ValueKind.Words)),
        (nameof(MetricThreshold.Details), Value(ValueKind.Words)));

    /// <summary>The section.</summary>
    public static SectionNode.Group Root { get; } = Group(
        (nameof(WebhookAlertOptions.Routes), new SectionNode.Named(Route)),
        (nameof(WebhookAlertOptions.LevelRoutes), new SectionNode.ByLevel()),
        (nameof(WebhookAlertOptions.Alerts), new SectionNode.Named(Alert)),
        (nameof(WebhookAlertOptions.Thresholds), new SectionNode.Named(Threshold)),
        (nameof(WebhookAlertOptions.ThresholdInterval), Value(ValueKind.Time)),
        (nameof(WebhookAlertOptions.Required), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.MinimumLevel), Value(ValueKind.Level)),
        (nameof(WebhookAlertOptions.MaxRequestsPerMinute), Value(ValueKind.Int)),
        (nameof(WebhookAlertOptions.BatchSize), Value(ValueKind.Int)),
        (nameof(WebhookAlertOptions.BatchTimeout), Value(ValueKind.Time)),
        (nameof(WebhookAlertOptions.UseEmbeds), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.IncludeTimestamps), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.IncludeBotInfo), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.IncludeStackTraces), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.AttachLongTraces), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.MaxMessageLength), Value(ValueKind.Int)),
        (nameof(WebhookAlertOptions.Culture), Value(ValueKind.Culture)),
        (nameof(WebhookAlertOptions.UserIds), Value(ValueKind.UserIds)),
        (nameof(WebhookAlertOptions.UserIdHashKey), Value(ValueKind.Words)),
        (nameof(WebhookAlertOptions.Redaction), Group(
            (nameof(RedactionOptions.Patterns), new SectionNode.Named(Value(ValueKind.Words))),
            (nameof(RedactionOptions.Except), new SectionNode.Texts()),
            (nameof(RedactionOptions.Pii), Value(ValueKind.Switch)))),
        (nameof(WebhookAlertOptions.ApplicationName), Value(ValueKind.Words)),
        (nameof(WebhookAlertOptions.TraceUrl), Value(ValueKind.Words)),
        (nameof(WebhookAlertOptions.LogAlerts), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.VerifyOnStart), Value(ValueKind.Switch)),
        (nameof(WebhookAlertOptions.CoalesceWindow), Value(ValueKind.Time)),
        (nameof(WebhookAlertOptions.OpenAfter), Value(ValueKind.Time)),
        (nameof(WebhookAlertOptions.TrustedHosts), new SectionNode.List(ValueKind.Words)),
        (nameof(WebhookAlertOptions.RingBytes), Value(ValueKind.Int)),
        (nameof(WebhookAlertOptions.MaxQueuedBytes), Value(ValueKind.Long)),
        (nameof(WebhookAlertOptions.RequestTimeout), Value(ValueKind.Time)),
        (nameof(WebhookAlertOptions.CrashFlushTimeout), Value(ValueKind.Time)),
        (nameof(WebhookAlertOptions.DataFolder), Value(ValueKind.Words)),
        (nameof(WebhookAlertOptions.Retry), Group(
            (nameof(RetryOptions.MaxAttempts), Value(ValueKind.Int)),
            (nameof(RetryOptions.Delay), Value(ValueKind.Time)),
            (nameof(RetryOptions.MaxDelay), Value(ValueKind.Time)),
            (nameof(RetryOptions.GiveUpAfter), Value(ValueKind.Time)))),
        (nameof(WebhookAlertOptions.Breaker), Group(
            (nameof(BreakerOptions.Failures), Value(ValueKind.Int)),
            (nameof(BreakerOptions.Pause), Value(ValueKind.Time)))),
        (nameof(WebhookAlertOptions.Fallback), Group(
            (nameof(FallbackOptions.Path), Value(ValueKind.WordsOrNone)),
            (nameof(FallbackOptions.Retention), Value(ValueKind.Time)),
            (nameof(FallbackOptions.MaxBytes), Value(ValueKind.Long)))),
        (nameof(WebhookAlertOptions.SystemStatus), Group(
            (nameof(SystemStatusOptions.Started), Value(ValueKind.Switch)),
            (nameof(SystemStatusOptions.Stopping), Value(ValueKind.Switch)),
            (nameof(SystemStatusOptions.Heartbeat), Value(ValueKind.Time)),
            (nameof(SystemStatusOptions.UnhandledExceptions), Value(ValueKind.Switch)),
            (nameof(SystemStatusOptions.UnobservedExceptions), Value(ValueKind.Switch)))));

    private static SectionNode.Value Value(ValueKind kind) => new(kind);

    private static SectionNode.Group Group(params (string Name, SectionNode Node)[] options)
        => new(options.ToDictionary(option => option.Name, option => option.Node, StringComparer.OrdinalIgnoreCase));
}
