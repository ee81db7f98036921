namespace TypedWebhookAlerts.Delivery;

/// <summary>Who may read a file, once it is open.</summary>
internal enum FileRights
{
    /// <summary>Its user alone.</summary>
    Private,

    /// <summary>Its user alone, now; others could before.</summary>
    Narrowed,

    /// <summary>Others can, perhaps: the file system keeps no such rights.</summary>
    Unknown,
}
