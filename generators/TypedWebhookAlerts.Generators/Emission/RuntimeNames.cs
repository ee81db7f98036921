namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>What generated code calls. In the user's own types by full names, for any short one may mean something else
/// there; in our namespace by short ones, which no descriptor takes.</summary>
internal static class RuntimeNames
{
    public const string Generated = "TypedWebhookAlerts.Generated";

    public const string Ambient = "global::TypedWebhookAlerts.WebhookAlerts.Pipeline";
    public const string AlertReceipt = "global::TypedWebhookAlerts.AlertReceipt";
    public const string AlertIncident = "global::TypedWebhookAlerts.AlertIncident";
    public const string AlertScratch = "global::TypedWebhookAlerts.Capture.AlertScratch";
    public const string AlertWriter = "global::TypedWebhookAlerts.Capture.AlertWriter";
    public const string AlertText = "global::TypedWebhookAlerts.Rendering.AlertText";
    public const string Exception = "global::System.Exception";

    /// <summary>Where the short names come from.</summary>
    public static readonly string[] Usings =
        ["Microsoft.Extensions.Logging", "TypedWebhookAlerts.Capture", "TypedWebhookAlerts.Rendering"];
}
