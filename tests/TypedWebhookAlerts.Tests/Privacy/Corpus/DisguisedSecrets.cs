using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Secrets that are written so that they look as ever and read otherwise: with characters that nobody sees,
/// with those of other scripts, over two lines.</summary>
internal static class DisguisedSecrets
{
    private static readonly string[] s_tokens =
    [
        "ghp_<alnum:36>", "glpat-<base64url:20>", "sk_live_<alnum:24>", "npm_<alnum:36>", "AKIA<base32:16>",
        "AIza<base64url:35>", "xoxb-<digits:12>-<digits:12>-<alnum:24>",
    ];

    public static IEnumerable<SecretKind> All { get; } =
    [
        new("token with an unseen mark", Needs.Neutral, chance => Broken(chance, chance.Pick(
            "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u200E", "\uFE0F"))),
        new("discord token with an unseen mark", Needs.Neutral, chance => Broken(
            chance, DiscordToken(chance), chance.Pick("\u200B", "\u00AD", "\u2060"))),
        new("token over two lines", Needs.ItsOwn, chance => Around(Broken(
            chance, chance.Pick("\n", "\r\n", "\n    ", "\\\n")))),
        new("discord token over two lines", Needs.ItsOwn, chance => Around(Broken(
            chance, DiscordToken(chance), "\n"))),
        new("key in full width", Needs.Neutral, chance => Named(chance, Wide)),
        new("key with letters of another script", Needs.Neutral, chance => Named(chance, name => Alike(name, chance))),
        new("key with an unseen mark", Needs.Neutral, chance => Named(
            chance, name => name.Insert(chance.Between(1, name.Length), chance.Pick("\u200B", "\u00AD", "\u2060")))),
    ];

    private static Fragment Broken(Chance chance, string mark) => Broken(chance, chance.Pick<string>(s_tokens), mark);

    // Of each half are as many left as can be recognised, and no end of a token looks like a word.
    private static Fragment Broken(Chance chance, string shape, string mark)
    {
        var token = Filling.Of(shape, chance);
        var at = chance.Between(8, token.Length - 8);
        return new[] { token[at - 1], token[at], token[^1] }.All(char.IsAsciiLetterOrDigit)
            && token[at..].Any(char.IsAsciiDigit) && token[at..].Any(char.IsAsciiLetter)
            ? new Fragment(token[..at] + mark + token[at..], token[..at], token[at..])
            : Broken(chance, shape, mark);
    }

    private static string DiscordToken(Chance chance)
        => Convert.ToBase64String(Encoding.ASCII.GetBytes("1" + chance.Digits(17))) + ".<base64url:6>.<base64url:38>";

    private static Fragment Around(Fragment token) => token with { Text = $"It used\n{token.Text}\nand was refused" };

    private static Fragment Named(Chance chance, Func<string, string> write)
    {
        var name = chance.Pick("password", "api_key", "access_token", "client_secret", "passwd", "SECRET", "Token");
        return Fragment.Of(
            chance.Pick("#=‹<generated>›", "#: \"‹<generated>›\"", "\"#\": \"‹<generated>›\"")
                .Replace("#", write(name), StringComparison.Ordinal),
            chance);
    }

    private static string Wide(string name)
        => string.Concat(name.Select(character => (char)(character + ('Ａ' - 'A'))));

    /// <summary>With at least one letter that is Cyrillic or Greek.</summary>
    private static string Alike(string name, Chance chance)
    {
        const string Latin = "aceopsxyAECKTPS";
        const string Others = "асеорѕхуАЕСКТРЅ";
        var places = Enumerable.Range(0, name.Length)
            .Where(at => Latin.Contains(name[at], StringComparison.Ordinal))
            .ToArray();
        var first = chance.Between(0, places.Length);
        var letters = name.ToCharArray();
        foreach (var place in places)
        {
            if (place == places[first] || chance.Between(0, 2) == 0)
            {
                letters[place] = Others[Latin.IndexOf(letters[place], StringComparison.Ordinal)];
            }
        }

        return new string(letters);
    }
}
