namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>What a server does with a request.</summary>
/// <param name="Bytes">What it writes; null for nothing, ever.</param>
/// <param name="Closes">Whether it closes the connection then.</param>
internal sealed record Reply(byte[]? Bytes, bool Closes = false);
