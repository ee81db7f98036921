using System.Globalization;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Ordinary words to stand around secrets.</summary>
internal static class Words
{
    private static readonly string[] s_words =
    [
        "orders", "gateway", "billing", "worker", "shard", "invoice", "upload", "cache", "reminder", "guild",
            "scheduler",
        "inventory", "metrics", "profile", "search", "payment", "webhook", "session", "replica", "importer",
    ];

    private static readonly string[] s_hosts =
    [
        "api.example.com", "db-1.internal", "shop.example.org", "localhost", "queue.example.net", "10.20.30.40",
        "eu-west.service.example.io",
    ];

    /// <summary>Puts a number, a word, a host, a time, an id and a path where a text asks for one.</summary>
    public static string Fill(string text, Chance chance)
    {
        text = Replace(text, "<number>", () => chance.Between(1, 5000).ToString(CultureInfo.InvariantCulture));
        text = Replace(text, "<word>", () => Word(chance));
        text = Replace(text, "<host>", () => Host(chance));
        text = Replace(text, "<time>", () => Time(chance).ToString("O", CultureInfo.InvariantCulture));
        text = Replace(text, "<guid>", () => new Guid(chance.Bytes(16)).ToString());
        text = Replace(text, "<hex>", () => chance.Text(Alphabets.Hex, 40));
        return Replace(text, "<snowflake>", () => Snowflake(chance));
    }

    public static string Word(Chance chance) => chance.Pick<string>(s_words);

    public static string Host(Chance chance) => chance.Pick<string>(s_hosts);

    public static string Snowflake(Chance chance) => chance.Digits(chance.Between(17, 20));

    public static DateTime Time(Chance chance)
        => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(chance.Between(0, int.MaxValue));

    private static string Replace(string text, string asked, Func<string> make)
    {
        for (var at = text.IndexOf(asked, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(asked, at, StringComparison.Ordinal))
        {
            text = text.Remove(at, asked.Length).Insert(at, make());
        }

        return text;
    }
}
