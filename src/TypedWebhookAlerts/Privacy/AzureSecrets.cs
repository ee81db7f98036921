using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the secrets that Entra gives to applications: they have a mark in their middle.</summary>
internal static class AzureSecrets
{
    private const int Head = 4;
    private const int Longest = 64;

    private static readonly SearchValues<char> s_characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, int mark)
    {
        var text = search.Text;
        var start = mark - Head;
        var isOpen = search.IsCut && text.Length - mark < Longest && !text[mark..].ContainsAnyExcept(s_characters);
        if (start < 0 || (!isOpen && !SecretPatterns.AzureKey.IsMatch(text[start..])))
        {
            return mark + 1;
        }

        var end = CharKinds.EndOf(text, mark, s_characters);

        search.Add(start, end, RedactedKinds.AzureKey);
        return end;
    }
}
