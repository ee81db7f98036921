namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>What generated code calls, by its full names.</summary>
internal static class RuntimeNames
{
    public const string Generated = "TypedWebhookAlerts.Generated";
    public const string AlertDescriptor = "global::TypedWebhookAlerts.Capture.AlertDescriptor";
    public const string AlertParameter = "global::TypedWebhookAlerts.Capture.AlertParameter";
    public const string AlertParameterRole = "global::TypedWebhookAlerts.Capture.AlertParameterRole";
    public const string AlertReader = "global::TypedWebhookAlerts.Capture.AlertReader";
    public const string AlertScratch = "global::TypedWebhookAlerts.Capture.AlertScratch";
    public const string AlertWriter = "global::TypedWebhookAlerts.Capture.AlertWriter";
    public const string AlertFormatter = "global::TypedWebhookAlerts.Rendering.AlertFormatter";
    public const string AlertText = "global::TypedWebhookAlerts.Rendering.AlertText";
    public const string EnumNames = "global::TypedWebhookAlerts.Rendering.EnumNames";
    public const string LogLevel = "global::Microsoft.Extensions.Logging.LogLevel";
    public const string Exception = "global::System.Exception";
}
