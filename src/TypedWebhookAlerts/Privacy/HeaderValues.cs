namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds what is secret in the value of a header: <c>Authorization</c> or one with cookies.</summary>
internal static class HeaderValues
{
    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, KeyUse use, KeyStrength strength, ref ValueReach values)
    {
        var text = search.Text;
        if (strength == KeyStrength.Authorization && Redaction.MarkLength(text[use.Start..]) is var mark and > 0)
        {
            return use.Start + mark;
        }

        var start = use.Start < text.Length && text[use.Start] == '[' ? use.Start + 1 : use.Start;
        var opening = KeyValueSecrets.OpeningQuote(text, start);
        var value = start + opening.Length;
        var line = values.LineEnd(text, value);
        var end = value >= text.Length ? -1
            : opening.Length > 0 ? values.Next(text, value, opening)
            : use.ClosingText.Length > 0 ? values.Next(text, value, use.ClosingText)
            : -1;
        end = end < 0 ? line : Math.Min(end, line);
        if (strength == KeyStrength.Cookie)
        {
            // Behind them in the line, or what passes for them, there may be other keys.
            FindCookies(ref search, Math.Max(value, values.CookiesEnd), end);
            values.CookiesEnd = Math.Max(values.CookiesEnd, end);
            return value;
        }

        var (from, to) = Credentials.InHeader(ref search, value, end);
        search.Add(from, to, RedactedKinds.Authorization);
        return Math.Max(value, to);
    }

    private static void FindCookies(ref SecretSearch search, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var pair = search.Text[at..end];
            pair = pair.IndexOf(';') is var length and >= 0 ? pair[..length] : pair;
            var equals = pair.IndexOf('=');
            if (equals >= 0 && !CookieAttributes.IsOne(pair[..equals].Trim()))
            {
                search.Add(at + equals + 1, at + pair.TrimEnd().Length, RedactedKinds.Cookie);
            }

            at += pair.Length + 1;
        }
    }
}
