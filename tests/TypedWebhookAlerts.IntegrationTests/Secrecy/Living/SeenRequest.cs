namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>A request that reached the server.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Webhook">The id in it; 0 for none.</param>
/// <param name="Body">Its body.</param>
internal sealed record SeenRequest(string Method, string Path, ulong Webhook, string Body);
