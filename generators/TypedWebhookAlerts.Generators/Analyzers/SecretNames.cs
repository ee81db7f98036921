using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>Tells by a name whether it is a secret's. The last words count: <c>newPassword</c> names one,
/// <c>passwordLength</c> does not.</summary>
/// <remarks>The scrubber of the runtime knows far more names: it also sees the value, and can think again. Here each
/// name that means something else stops a build, so that only what hardly ever does is listed.</remarks>
internal static class SecretNames
{
    private static readonly char[] s_digits = [.. "0123456789"];

    /// <summary>Words joined, as a name ends with: apiKey, api_key, APIKey and apikeys are all "apikey".</summary>
    private static readonly HashSet<string> s_secrets = new(StringComparer.Ordinal)
    {
        "accesskey", "accesstoken", "accountkey", "apikey", "apisecret", "apitoken", "authkey", "authorization",
        "authtoken", "bearer", "bearertoken", "bottoken", "clientsecret", "connectionstring", "connstr", "connstring",
        "cookie", "cred", "credential", "encryptionkey", "jwt", "masterkey", "otp", "passcode", "passphrase", "passwd",
        "password", "passwordhash", "privatekey", "pwd", "refreshtoken", "secret", "secretkey", "sharedaccesskey",
        "signingkey", "token",
    };

    /// <summary>What says, right before "token", that it lets nobody in: it is a place in a list, or a word of a
    /// parser's.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "cancellation", "change", "concurrency", "continuation", "cursor", "delta", "expected", "json", "key", "next",
        "page", "resume", "sync", "syntax", "unexpected", "xml",
    };

    /// <summary>What says, anywhere in a name, that the value was made unreadable before.</summary>
    private static readonly HashSet<string> s_unreadable = new(StringComparer.Ordinal)
    {
        "censored", "hidden", "masked", "obfuscated", "redacted", "sanitized", "scrubbed",
    };

    /// <summary>What may follow: the value is the same.</summary>
    private static readonly HashSet<string> s_followers = new(StringComparer.Ordinal)
    {
        "again", "confirmation", "header", "string", "value",
    };

    /// <summary>Whether what is read is named as a secret: <c>user.Password</c> is, and so is <c>token.Value</c>.
    /// </summary>
    /// <param name="path">A parameter's name, and the names of the members that are read through it.</param>
    public static bool IsSecret(IEnumerable<string> path)
    {
        var words = path.SelectMany(HumanName.Words).Select(Plain).Where(word => word.Length > 0).ToList();
        if (words.Any(s_unreadable.Contains))
        {
            return false;
        }

        while (words.Count > 0 && s_followers.Contains(Last(words)) && !EndsWithSecret(words))
        {
            words.RemoveAt(words.Count - 1);
        }

        return EndsWithSecret(words) && !IsHarmless(words);
    }

    private static bool EndsWithSecret(List<string> words)
    {
        const int Longest = 3; // "shared access key"
        for (var length = 1; length <= Math.Min(Longest, words.Count); length++)
        {
            var before = words.Skip(words.Count - length).Take(length - 1);
            if (s_secrets.Contains(string.Concat(before) + Last(words)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHarmless(List<string> words)
        => words.Count > 1 && Last(words) == "token" && s_harmless.Contains(words[words.Count - 2]);

    // Of several it holds as of one.
    private static string Last(List<string> words) => words[words.Count - 1].TrimEnd('s');

    private static string Plain(string word) => word.ToLowerInvariant().TrimEnd(s_digits);
}
