namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the values of keys that are named like a secret's.</summary>
internal static class KeyValueSecrets
{
    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, int word, ref ValueReach values)
    {
        var text = search.Text;
        var end = CharKinds.EndOf(text, word, CharKinds.Dotted);
        if (end == word)
        {
            return word + 1;
        }

        // "password." ends a sentence.
        var nameEnd = word + text[word..end].TrimEnd(".-").Length;
        var start = StartOf(text, word, nameEnd);
        var use = KeyUse.Of(text, start, nameEnd);
        if (use.Start < 0)
        {
            return end;
        }

        var strength = StrengthOf(text, start, nameEnd);
        return strength switch
        {
            KeyStrength.None => end,
            KeyStrength.Authorization or KeyStrength.Cookie when use.IsArrow => end,
            KeyStrength.Authorization or KeyStrength.Cookie => HeaderValues.Find(ref search, use, strength, ref values),
            _ => FindValue(ref search, start, use, strength, ref values),
        };
    }

    private static KeyStrength StrengthOf(ReadOnlySpan<char> text, int start, int end)
    {
        var name = text[start..end];
        if (SecretKeys.StrengthOf(name) is var strength and > KeyStrength.None)
        {
            return strength;
        }

        // In a query these are a signature, which is as good as a key, and a code that is traded for one.
        var before = text[..start];
        var isInQuery = before is [.., '?' or '&' or ';'] || before.EndsWith("0026") || before.EndsWith("%26");
        return isInQuery && SecretKeys.IsInQueries(name) ? KeyStrength.Token
            : name.Equals("key", StringComparison.OrdinalIgnoreCase) ? StrengthOfTwo(text, start, end)
            : KeyStrength.None;
    }

    // "Access Key", "API key": what kind of key says the word before.
    private static KeyStrength StrengthOfTwo(ReadOnlySpan<char> text, int start, int end)
    {
        if (start < 2 || text[start - 1] != ' ')
        {
            return KeyStrength.None;
        }

        var former = StartOf(text, start - 1, start - 1);
        Span<char> name = stackalloc char[2 * SecretKeys.Longest];
        text[former..(start - 1)].CopyTo(name);
        text[start..end].CopyTo(name[(start - 1 - former)..]);
        return SecretKeys.StrengthOf(name[..(end - former - 1)]);
    }

    private static int StartOf(ReadOnlySpan<char> text, int word, int end)
    {
        var least = Math.Max(0, end - SecretKeys.Longest);
        var start = word;
        while (start > least && CharKinds.Dotted.Contains(text[start - 1]))
        {
            start--;
        }

        return start + Boundary.EscapeLength(text, start);
    }

    /// <summary>What the name says that a text ends with.</summary>
    public static KeyStrength StrengthAtEnd(ReadOnlySpan<char> text)
        => StrengthOf(text, StartOf(text, text.Length, text.Length), text.Length);

    private static int FindValue(
        ref SecretSearch search, int key, KeyUse use, KeyStrength strength, ref ValueReach values)
    {
        var text = search.Text;
        var opening = OpeningQuote(text, use.Start);
        var start = use.Start + opening.Length;
        if (start >= text.Length)
        {
            return text.Length;
        }

        if (Redaction.MarkLength(text[start..]) is var mark and > 0)
        {
            return FindRest(ref search, start + mark, key, opening, use, SecretValue.OfField(strength), ref values);
        }

        if (ValueLists.Find(ref search, start, strength, ref values))
        {
            return start + 1;
        }

        if (strength == KeyStrength.Password && BracedPassword.Find(ref search, key, start) is var braced and >= 0)
        {
            return braced;
        }

        var closing = opening.Length > 0 ? opening.TrimStart("@$") : use.ClosingText;
        var span = ValueSpan.Of(search, key, start, closing, ref values);
        var isQuoted = span.IsClosed || opening.Length > 0;
        var whole = new SecretValue(strength, use.IsTight, use.IsTight || isQuoted, IsListed: false);
        if (!span.IsClosed && (IsWholeArgument(search, start, whole) || span.IsOpen(search, opening, use)))
        {
            search.Add(start, text.Length, RedactedKinds.Secret);
            return text.Length;
        }

        var value = new SecretValue(strength, use.IsTight, isQuoted, span.IsListed);
        if (!value.IsSecret(text[span.Start..Math.Min(span.End, span.Start + PlainValue.Longest)]))
        {
            return start;
        }

        var end = use.BlockIndent >= 0 ? LinesBelow.EndOfBlock(text, span.End, use.BlockIndent) : span.End;
        search.Add(span.Start, end, span.IsListed ? RedactedKinds.ConnectionString : RedactedKinds.Secret);
        return end;
    }

    /// <summary>Finds what stands behind a mark in the same value: a template has two holes there, or somebody wrote
    /// the mark.</summary>
    private static int FindRest(
        ref SecretSearch search,
        int start,
        int key,
        ReadOnlySpan<char> opening,
        KeyUse use,
        SecretValue value,
        ref ValueReach values)
    {
        var closing = opening.Length > 0 ? opening.TrimStart("@$") : use.ClosingText;
        var span = ValueSpan.Of(search, key, start, closing, ref values);
        var told = Math.Min(span.End, span.Start + PlainValue.Longest);
        if (span.Start >= span.End || !value.IsSecret(search.Text[span.Start..told]))
        {
            return start;
        }

        search.Add(span.Start, span.End, RedactedKinds.Secret);
        return span.End;
    }

    /// <summary>Whether a value is an argument that a literal names, and whose end is the value's:
    /// <c>password={password}</c>.</summary>
    private static bool IsWholeArgument(in SecretSearch search, int start, SecretValue value)
        => start > 0 && start == search.From && value.IsSecret(search.Text[start..]);

    public static ReadOnlySpan<char> OpeningQuote(ReadOnlySpan<char> text, int start)
    {
        foreach (var match in KeyPatterns.OpeningQuote.EnumerateMatches(text[start..]))
        {
            return text.Slice(start, match.Length);
        }

        return default;
    }
}
