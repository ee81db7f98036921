using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Takes the password out of <c>scheme://user:password@host</c>.</summary>
internal static class UrlPasswords
{
    private const int Longest = 1024;

    /// <summary>So long a name before the host is a token.</summary>
    private const int LeastToken = 20;

    /// <summary>A colon and five digits.</summary>
    private const int LongestPort = 6;

    private const int LongestScheme = 16;

    /// <summary>Schemes in whose paths no @ stands.</summary>
    private static readonly string[] s_services =
    [
        "postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps",
        "sqlserver",
        "mssql", "clickhouse", "cockroachdb", "nats", "ldap", "ldaps", "smtp", "smtps", "ftp", "ftps", "sftp",
    ];

    private static readonly SearchValues<char> s_ends =
        SearchValues.Create(" \t\r\n\"'<>`|\\{}");

    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, int start)
    {
        var text = search.Text;
        var authority = start + 3;
        var rest = text[authority..Math.Min(text.Length, authority + Longest)];
        var isOpen = search.IsCut || (search.From > authority && text[search.From - 1] == ':');
        if (!isOpen && !rest.Contains('@'))
        {
            return authority;
        }

        rest = rest.IndexOfAny(s_ends) is var end and >= 0 ? rest[..end] : rest;

        // An address in a query of another is looked at on its own.
        rest = rest.IndexOf("://") is var other and >= 0 ? rest[..other] : rest;
        var isService = IsService(text[..start]);
        var at = At(rest, isService);
        if (at < 0 && isOpen && authority + rest.Length == text.Length)
        {
            return FindOpen(ref search, authority, rest, isService);
        }

        if (at < 0)
        {
            return authority;
        }

        var colon = rest[..at].IndexOf(':');
        var user = rest[..(colon < 0 ? at : colon)];
        if (Entropy.IsRandom(user, LeastToken) && !Placeholder.IsOne(user))
        {
            search.Add(authority, authority + user.Length, RedactedKinds.UrlPassword);
        }

        if (colon < 0)
        {
            return authority;
        }

        if (!Placeholder.IsOne(rest[(colon + 1)..at]))
        {
            search.Add(authority + colon + 1, authority + at, RedactedKinds.UrlPassword);
        }

        return authority + at;
    }

    /// <summary>The host is not there: the text was cut, or it is an argument between a literal with the user and one
    /// with the host.</summary>
    private static int FindOpen(ref SecretSearch search, int authority, ReadOnlySpan<char> rest, bool isService)
    {
        var path = rest.IndexOfAny('/', '?', '#');
        var user = rest[..(path < 0 ? rest.Length : path)];
        var colon = user.IndexOf(':');
        var isPort = colon < 0
            || (user.Length - colon <= LongestPort && user[(colon + 1)..].IndexOfAnyExceptInRange('0', '9') < 0
                && !(search.IsCut && isService && path >= 0 && !IsHost(user[..colon])));
        if (isPort)
        {
            return authority;
        }

        search.Add(authority + colon + 1, authority + rest.Length, RedactedKinds.UrlPassword);
        return authority + rest.Length;
    }

    /// <summary>The @ before the host. A password may hold another, or a slash: people forget to escape it.</summary>
    private static int At(ReadOnlySpan<char> rest, bool isService)
    {
        var path = rest.IndexOfAny('/', '?', '#');
        var at = rest[..(path < 0 ? rest.Length : path)].LastIndexOf('@');
        if (at >= 0 || path < 0)
        {
            return at;
        }

        var colon = rest[..path].IndexOf(':');
        var isPort = colon >= 0 && rest[(colon + 1)..path].IndexOfAnyExceptInRange('0', '9') < 0;
        isPort = isPort && (!isService || IsHost(rest[..colon]));
        return colon < 0 || isPort ? -1 : rest.LastIndexOf('@');
    }

    // What stands before a port; a user's name has no dot, or mostly none.
    private static bool IsHost(ReadOnlySpan<char> name)
        => name.Contains('.') || name.Contains(']') || name is "localhost";

    private static bool IsService(ReadOnlySpan<char> before)
    {
        var tail = before[Math.Max(0, before.Length - LongestScheme)..];
        var start = tail.Length;
        while (start > 0 && (char.IsAsciiLetter(tail[start - 1]) || tail[start - 1] == '+'))
        {
            start--;
        }

        foreach (var scheme in s_services)
        {
            if (tail[start..].Equals(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
