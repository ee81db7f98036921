using System.Buffers;
using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the hashes of passwords, from which weak ones are guessed: those of crypt(3) and its like have dollar
/// signs between their parts.</summary>
internal static partial class PasswordHashes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace;

    /// <summary>The length of <c>pbkdf2_sha256</c>, and some.</summary>
    private const int LongestName = 16;

    private const string Plus = @"\u002B";

    private static readonly SearchValues<char> s_rest = SearchValues.Create(CharKinds.Letters + "0123456789./+=$,-_");

    /// <summary>How one begins, with the first characters of what is secret in it.</summary>
    [GeneratedRegex(
        """
        \A\$(2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{7}
        |argon2(id|i|d)\$(v=[0-9]{1,3}\$)?m=[0-9]{1,8},t=[0-9]{1,6},p=[0-9]{1,4}\$[A-Za-z0-9+/\\]{4}
        |pbkdf2(-sha[0-9]{1,3})?\$[0-9]{1,9}\$[./A-Za-z0-9+=]{1,64}\$
        |scrypt\$ln=[0-9]{1,3},r=[0-9]{1,4},p=[0-9]{1,4}\$[A-Za-z0-9+/\\]{4}
        |[56]\$(rounds=[0-9]{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{7}
        |g?y\$[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{7})
        """,
        Options)]
    public static partial Regex Crypt { get; }

    [GeneratedRegex(@"\A\$[0-9]{1,9}\$[A-Za-z0-9]{1,64}\$[A-Za-z0-9+/\\]{1}", Options)]
    public static partial Regex Django { get; }

    /// <summary>How begins what ASP.NET Core Identity keeps of a password: its version, the function and the rounds.
    /// </summary>
    public static IReadOnlyList<string> AspNetBegins { get; } = ["AQAAAAEAACcQAAAAE", "AQAAAAIAAYagAAAAE"];

    /// <summary>How begin the others, the first with the name that Django writes before.</summary>
    public static IReadOnlyList<string> Begins { get; } =
    [
        "pbkdf2_sha", "$2a$", "$2b$", "$2x$", "$2y$", "$argon2", "$pbkdf2", "$scrypt$", "$5$", "$6$", "$y$", "$gy$",
    ];

    /// <summary>Looks at what may be one of ASP.NET Core's.</summary>
    /// <returns>Where to look on from.</returns>
    public static int FindOfAspNet(ref SecretSearch search, int start)
    {
        // Within a run there may be many: it is not read to its end for each.
        if (!Boundary.Precedes(search.Text, start))
        {
            return start + 1;
        }

        var end = EndBehindPluses(search.Text, start, CharKinds.Base64);
        search.Add(start, end, RedactedKinds.PasswordHash);
        return end;
    }

    /// <summary>Looks at what may be another, or the name before one.</summary>
    /// <returns>Where to look on from.</returns>
    public static int Find(ref SecretSearch search, int start)
    {
        var text = search.Text;
        var isNamed = text[start] != '$';
        var named = text[..Math.Min(text.Length, start + LongestName)];
        var dollar = isNamed ? CharKinds.EndOf(named, start, CharKinds.Word) : start;
        var pattern = isNamed ? Django : Crypt;
        if (!pattern.IsMatch(text[dollar..]))
        {
            return start + 1;
        }

        var end = EndBehindPluses(text, dollar, s_rest);
        search.Add(dollar, end, RedactedKinds.PasswordHash);
        return end;
    }

    private static int EndBehindPluses(ReadOnlySpan<char> text, int end, SearchValues<char> rest)
    {
        end = CharKinds.EndOfToken(text, end, rest);
        while (text[end..].StartsWith(Plus))
        {
            end = CharKinds.EndOfToken(text, end + Plus.Length, rest);
        }

        return end;
    }
}
