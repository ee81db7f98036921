namespace TypedWebhookAlerts.Fuzzing;

/// <summary>Something that is promised did not hold.</summary>
internal sealed class PromiseBrokenException(string promise) : Exception(promise);
