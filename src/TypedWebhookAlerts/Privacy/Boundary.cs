namespace TypedWebhookAlerts.Privacy;

/// <summary>Tells where a word begins, also in text that was escaped: in <c>\nword</c> and <c>%3Dword</c> it does.</summary>
internal static class Boundary
{
    public static bool Precedes(ReadOnlySpan<char> text, int start)
        => start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]) || IsEscape(text[..start]);

    private static bool IsEscape(ReadOnlySpan<char> before)
        => (before.Length >= 2 && before[^2] == '\\' && before[^1] is 'n' or 'r' or 't')
            || (before.Length >= 3 && before[^3] == '%' && IsHex(before[^2..]))
            || (before.Length >= 6 && before[^6] == '\\' && before[^5] == 'u' && IsHex(before[^4..]));

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
