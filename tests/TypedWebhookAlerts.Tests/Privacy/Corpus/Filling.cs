using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>
/// Makes a text of a shape: <c>&lt;hex:40&gt;</c> becomes forty hexadecimal digits, <c>&lt;alnum:20-40&gt;</c> letters
/// and digits, <c>&lt;word&gt;</c> a word, and so on. So a file holds how a key is built, and no key.
/// </summary>
internal static partial class Filling
{
    private static readonly string[] s_words =
    [
        "orders", "gateway", "billing", "worker", "shard", "invoice", "upload", "cache", "reminder", "guild",
        "scheduler", "inventory", "metrics", "profile", "search", "payment", "webhook", "session", "replica",
        "importer",
    ];

    private static readonly string[] s_hosts =
    [
        "api.example.com", "db-1.internal", "shop.example.org", "localhost", "queue.example.net", "10.20.30.40",
        "eu-west.service.example.io",
    ];

    public static string Of(string shape, Chance chance) => Holes().Replace(shape, hole => Make(hole, chance));

    /// <summary>A user's, a channel's or a bot's id.</summary>
    public static string Snowflake(Chance chance) => chance.Digits(chance.Between(17, 20));

    private static string Make(Match hole, Chance chance) => hole.Groups["what"].Value switch
    {
        "word" => chance.Pick<string>(s_words),
        "host" => chance.Pick<string>(s_hosts),
        "number" => chance.Between(1, 5000).ToString(CultureInfo.InvariantCulture),
        "time" => Time(chance).ToString("O", CultureInfo.InvariantCulture),
        "guid" => new Guid(chance.Bytes(16)).ToString(),
        "snowflake" => Snowflake(chance),
        "any-password" => Passwords.Any(chance),
        "url-password" => Passwords.InUrl(chance),
        "generated" => Passwords.Generated(chance),
        "bytes" => Convert.ToBase64String(chance.Bytes(Length(hole, chance))),
        "digits" => chance.Digits(Length(hole, chance)),
        var alphabet => chance.Text(Alphabets.Named(alphabet), Length(hole, chance)),
    };

    public static DateTime Time(Chance chance)
        => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(chance.Between(0, int.MaxValue));

    private static int Length(Match hole, Chance chance)
    {
        var least = Math.Max(1, Number(hole.Groups["least"]));
        return hole.Groups["most"].Success ? chance.Between(least, Math.Max(least, Number(hole.Groups["most"])) + 1) : least;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<(?<what>word|host|number|time|guid|snowflake|any-password|url-password|generated)>"
        + @"|<(?<what>bytes|digits|hex|HEX|letters|lower|upper|alnum|base32|lowbase32|base64|base64url|azure|crockford)"
        + @":(?<least>[0-9]{1,3})(-(?<most>[0-9]{1,3}))?>")]
    private static partial Regex Holes();
}
