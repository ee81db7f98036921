namespace TypedWebhookAlerts.Capture;

/// <summary>Takes a committed record, which is valid until it returns.</summary>
internal delegate void RecordTaker(in AlertRecord record);
