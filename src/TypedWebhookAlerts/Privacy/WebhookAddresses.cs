using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Takes the token out of the address of a webhook, on whichever host and of whichever version.</summary>
internal static class WebhookAddresses
{
    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, int start, Regex pattern, string kind)
    {
        foreach (var match in pattern.EnumerateMatches(search.Text[start..]))
        {
            // The pattern ends in the token's first 16 characters.
            var end = start + match.Length;
            var reach = CharKinds.EndOf(search.Text, end, CharKinds.Base64);
            search.Add(end - 16, reach, kind);
            return reach;
        }

        return start + 1;
    }
}
