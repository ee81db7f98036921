namespace TypedWebhookAlerts.Delivery;

/// <summary>Requests that are not sent, as it is not safe to: by the names of these failures, and in words.</summary>
/// <remarks>They are failures that pass: a name's addresses may be mended.</remarks>
internal static class RefusedRequest
{
    /// <summary>The host's name leads to no address of the internet, and the host is not trusted.</summary>
    public const string AddressNotPublic = nameof(AddressNotPublic);

    /// <summary>A reload took the host from those that are trusted.</summary>
    public const string HostNotTrusted = nameof(HostNotTrusted);

    /// <summary>A failure in words, fit for a log; null if it is another.</summary>
    public static string? WordsFor(string? failure) => failure switch
    {
        AddressNotPublic => "its name leads to an address that is not public, and TrustedHosts does not name it",
        HostNotTrusted => "its host is not trusted any more",
        _ => null,
    };
}
