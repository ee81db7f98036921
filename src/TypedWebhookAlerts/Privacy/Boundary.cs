namespace TypedWebhookAlerts.Privacy;

/// <summary>Tells where a word begins, also in text that was escaped: in <c>\nword</c> and <c>%3Dword</c> it
/// does.</summary>
internal static class Boundary
{
    public static bool Precedes(ReadOnlySpan<char> text, int start)
        => start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]) || IsEscape(text[..start]);

    /// <summary>How many characters at a place still belong to an escape that began before it: <c>n</c> behind a
    /// backslash, <c>3D</c> behind a percent sign.</summary>
    public static int EscapeLength(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];
        return (start > 0 ? text[start - 1] : '\0') switch
        {
            '\\' when rest.Length > 5 && rest[0] == 'u' && IsHex(rest[1..5]) => 5,
            '\\' when rest.Length > 1 && rest[0] is 'n' or 'r' or 't' => 1,
            '%' when rest.Length > 2 && IsHex(rest[..2]) => 2,
            _ => 0,
        };
    }

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
