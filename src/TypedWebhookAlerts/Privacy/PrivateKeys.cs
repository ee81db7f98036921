namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds private keys in PEM: the lines between their begin and their end, or the end of the text.</summary>
internal static class PrivateKeys
{
    private const string End = "-----END ";
    private const string Dashes = "-----";
    private const int LongestLabel = 64;

    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, int start)
    {
        var text = search.Text;
        var label = start + "-----BEGIN ".Length;
        var rest = text[label..Math.Min(text.Length, label + LongestLabel)];
        var length = rest.IndexOf(Dashes);
        if (length < 0 || !rest[..length].Contains("PRIVATE", StringComparison.OrdinalIgnoreCase))
        {
            return start + 1;
        }

        var body = label + length + Dashes.Length;
        var end = text[body..].IndexOf(End) is var found and >= 0 ? body + found : text.Length;
        search.Add(body, end, RedactedKinds.PrivateKey);
        return end;
    }
}
