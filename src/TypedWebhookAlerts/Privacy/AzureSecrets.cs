namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the secrets that Entra gives to applications: they have a mark in their middle.</summary>
internal static class AzureSecrets
{
    private const int Head = 4;

    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, int mark)
    {
        var text = search.Text;
        var start = mark - Head;
        if (start < 0 || !SecretPatterns.AzureKey.IsMatch(text[start..]))
        {
            return mark + 1;
        }

        var end = CharKinds.EndOf(text, mark + 2, CharKinds.Dotted);
        while (end < text.Length && text[end] == '~')
        {
            end = CharKinds.EndOf(text, end + 1, CharKinds.Dotted);
        }

        search.Add(start, end, RedactedKinds.AzureKey);
        return end;
    }
}
