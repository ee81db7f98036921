using System.Text.Json;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class LimitTests() : SimulatorTest(WithoutWindows())
{
    private const string TooLong = "BASE_TYPE_MAX_LENGTH";

    /// <summary>The place of each limited text, its limit, and a payload in which § stands for the text.</summary>
    public static TheoryData<string, int, string> Texts => new()
    {
        { "content", 2000, """{"content": "§"}""" },
        { "embeds.0.title", 256, """{"embeds": [{"title": "§"}]}""" },
        { "embeds.0.description", 4096, """{"embeds": [{"description": "§"}]}""" },
        { "embeds.1.footer.text", 2048, """{"embeds": [{"title": "t"}, {"footer": {"text": "§"}}]}""" },
        { "embeds.0.author.name", 256, """{"embeds": [{"author": {"name": "§"}}]}""" },
        { "embeds.0.fields.1.name", 256, Field("""{"name": "§", "value": "v"}""") },
        { "embeds.0.fields.1.value", 1024, Field("""{"name": "n", "value": "§"}""") },
        { "embeds.0.provider.name", 256, """{"embeds": [{"title": "t", "provider": {"name": "§"}}]}""" },
        { "embeds.0.image.description", 4096, Image("\"description\": \"§\"") },
        { "embeds.0.image.placeholder", 64, Image("\"placeholder\": \"§\"") },
        { "thread_name", 100, """{"content": "c", "thread_name": "§"}""" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task TextsAreCountedInCodePointsWithoutTheirEdges(string place, int limit, string payload)
    {
        foreach (var unit in new[] { "a", "é", "😀", "e\u0301" })
        {
            var perUnit = unit.EnumerateRunes().Count();
            var longest = string.Concat(Enumerable.Repeat(unit, limit / perUnit));
            await AssertAccepted(payload, longest[unit.Length..]);
            await AssertAccepted(payload, longest);
            await AssertAccepted(payload, $" \n\u00a0\u2003{longest}\t ");
            await AssertRefused(payload, longest + unit, place, TooLong);
        }
    }

    [Theory]
    [InlineData(5999, true)]
    [InlineData(6000, true)]
    [InlineData(6001, false)]
    public async Task AllCountedTextsOfAllEmbedsAreAtMost6000Together(int total, bool accepted)
    {
        // 2 × (title 1 + description 2500 + footer 3 + author 4 + name 5 + value 6), and the rest in emoji.
        var rest = string.Concat(Enumerable.Repeat("😀", total - (2 * 2519)));
        var embed = $$"""
            {"title": "a", "description": " {{A(2500)}} ",
             "footer": {"text": "{{A(3)}}"}, "author": {"name": "{{A(4)}}"},
             "fields": [{"name": "{{A(5)}}", "value": "{{A(6)}}"}], "url": "https://example.com/{{A(100)}}"}
            """;

        var answer = await Caller.Post(
            Webhook, $$"""{"content": "{{A(2000)}}", "embeds": [{{embed}}, {{embed}}, {"description": "{{rest}}"}]}""");

        Assert.Equal(accepted ? 200 : 400, answer.Status);
        Assert.Equal(accepted ? null : "MAX_EMBED_SIZE_EXCEEDED", accepted ? null : answer.ErrorAt("embeds"));
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, TooLong)]
    public Task AMessageHasAtMostTenEmbeds(int count, string? error)
        => AssertAnswer($$"""{"embeds": [{{Repeat("""{"title": "t"}""", count)}}]}""", "embeds", error);

    [Theory]
    [InlineData(24, null)]
    [InlineData(25, null)]
    [InlineData(26, TooLong)]
    public Task AnEmbedHasAtMost25Fields(int count, string? error) => AssertAnswer(
        $$"""{"embeds": [{"fields": [{{Repeat("""{"name": "n", "value": "v"}""", count)}}]}]}""",
        "embeds.0.fields",
        error);

    [Theory]
    [InlineData("""{"value": "v"}""", "name")]
    [InlineData("""{"name": "n"}""", "value")]
    [InlineData("""{"name": "", "value": "v"}""", "name")]
    [InlineData("""{"name": "n", "value": null}""", "value")]
    [InlineData("""{"name": "n", "value": " \t\u2003"}""", "value")]
    public Task AFieldHasNeitherABlankNameNorABlankValue(string field, string place)
        => AssertAnswer(
            $$"""{"embeds": [{"fields": [{{field}}]}]}""", $"embeds.0.fields.0.{place}", "BASE_TYPE_REQUIRED");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"title": " ", "fields": []}""")]
    [InlineData("""{"color": 1}""")]
    public Task AnEmbedMustShowSomething(string embed)
        => AssertAnswer($$"""{"embeds": [{"title": "t"}, {{embed}}]}""", "embeds.1", "LIST_ITEM_VALUE_REQUIRED");

    [Theory]
    [InlineData("0", null)]
    [InlineData("16777215", null)]
    [InlineData("255.0", null)]
    [InlineData("16777216", "NUMBER_TYPE_MAX")]
    [InlineData("-1", "NUMBER_TYPE_MIN")]
    [InlineData("0.5", "NUMBER_TYPE_COERCE")]
    [InlineData("1e400", "NUMBER_TYPE_COERCE")]
    [InlineData("\"255\"", "NUMBER_TYPE_COERCE")]
    public Task AColourIsAnIntegerOf24Bits(string color, string? error)
        => AssertAnswer($$"""{"embeds": [{"title": "t", "color": {{color}}}]}""", "embeds.0.color", error);

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", true)]
    [InlineData("2026-01-02T03:04:05.123456789+14:00", true)]
    [InlineData("2026-01-02T03:04:05", false)]
    [InlineData("2026-02-30T03:04:05Z", false)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-02T03:04:05Z\\n", false)]
    [InlineData("", false)]
    [InlineData("soon", false)]
    public Task ATimestampIsRfc3339(string timestamp, bool accepted) => AssertAnswer(
        $$"""{"embeds": [{"title": "t", "timestamp": "{{timestamp}}"}]}""",
        "embeds.0.timestamp",
        accepted ? null : "DATE_TIME_TYPE_PARSE");

    [Theory]
    [InlineData("https://example.com/a?b=c#d", null)]
    [InlineData("http://example.com", null)]
    [InlineData("", "URL_TYPE_INVALID_URL")]
    [InlineData("example.com", "URL_TYPE_INVALID_URL")]
    [InlineData("https://example.com/ä", "URL_TYPE_INVALID_URL")]
    [InlineData("https://exa mple.com", "URL_TYPE_INVALID_URL")]
    [InlineData("ftp://example.com", "URL_TYPE_INVALID_SCHEME")]
    [InlineData("attachment://a.png", "URL_TYPE_INVALID_SCHEME")]
    public Task AnAddressIsWellFormedHttp(string url, string? error)
        => AssertAnswer($$"""{"embeds": [{"title": "t", "url": "{{url}}"}]}""", "embeds.0.url", error);

    [Theory]
    [InlineData(2048, null)]
    [InlineData(2049, TooLong)]
    public Task AnAddressHasAtMost2048CodePoints(int length, string? error)
        => AssertAnswer($$$"""{"embeds": [{"image": {"url": "https://example.com/{{{A(length - 20)}}}"}}]}""",
            "embeds.0.image.url", error);

    [Theory]
    [InlineData("Ops", null)]
    [InlineData("  ", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("my DisCord bot", "USERNAME_INVALID_CONTAINS")]
    [InlineData("McLYDE", "USERNAME_INVALID_CONTAINS")]
    [InlineData("a```b", "USERNAME_INVALID_CONTAINS")]
    [InlineData("Here", "USERNAME_INVALID")]
    [InlineData("everyone", "USERNAME_INVALID")]
    [InlineData("everyone else", null)]
    public Task AUsernameIsNoneThatDiscordReserves(string username, string? error)
        => AssertAnswer($$"""{"content": "c", "username": "{{username}}"}""", "username", error);

    [Theory]
    [InlineData(79, null)]
    [InlineData(80, null)]
    [InlineData(81, "BASE_TYPE_BAD_LENGTH")]
    public Task AUsernameHasAtMost80CodePoints(int length, string? error) => AssertAnswer(
        $$"""{"content": "c", "username": " {{string.Concat(Enumerable.Repeat("😀", length))}} "}""", "username", error);

    [Theory]
    [InlineData("""{"parse": []}""", "", null)]
    [InlineData("""{"parse": ["users", "roles", "everyone", null]}""", "", null)]
    [InlineData("""{"parse": ["here"]}""", "parse.0", "BASE_TYPE_CHOICES")]
    [InlineData("""{"parse": ["users", "users"]}""", "parse", "SET_TYPE_ALREADY_CONTAINS_VALUE")]
    [InlineData("""{"parse": ["users"], "users": ["1"]}""", "parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"parse": ["users"], "users": [], "roles": ["1"]}""", "", null)]
    [InlineData("""{"users": ["01"]}""", "users.0", "NUMBER_TYPE_COERCE")]
    [InlineData("""{"users": [1]}""", "users.0", "NUMBER_TYPE_COERCE")]
    [InlineData("""{"users": "1"}""", "users", "LIST_TYPE_CONVERT")]
    [InlineData("""{"replied_user": 1}""", "replied_user", "BOOLEAN_TYPE_CONVERT")]
    [InlineData("[]", "", "MODEL_TYPE_CONVERT")]
    public Task AllowedMentionsAreChecked(string mentions, string place, string? error) => AssertAnswer(
        $$"""{"content": "c", "allowed_mentions": {{mentions}}}""", $"allowed_mentions.{place}", error);

    [Theory]
    [InlineData("users", 100, null)]
    [InlineData("users", 101, TooLong)]
    [InlineData("roles", 100, null)]
    [InlineData("roles", 101, TooLong)]
    public Task AtMost100UsersAndRolesMayBeNamed(string kind, int count, string? error) => AssertAnswer(
        $$$"""{"content": "c", "allowed_mentions": {"{{{kind}}}": [{{{Ids(count)}}}]}}""",
        $"allowed_mentions.{kind}",
        error);

    [Fact]
    public async Task AnEditIsHeldToTheSameLimits()
    {
        await Caller.Post(Webhook, """{"content": "c"}""");

        var answer = await Caller.Patch(
            Webhook, Discord.Messages[0].Id, $$"""{"embeds": [{"description": "{{A(4097)}}"}]}""");

        Assert.Equal(TooLong, answer.ErrorAt("embeds.0.description"));
        Assert.Equal(0, Discord.Messages[0].Edits);
    }

    private static string A(int count) => new('a', count);

    private static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));

    private static string Field(string field)
        => $$"""{"embeds": [{"fields": [{"name": "n", "value": "v"}, {{field}}]}]}""";

    private static string Image(string member)
        => $$$"""{"embeds": [{"title": "t", "image": {"url": "https://example.com/i", {{{member}}}}}]}""";

    private static string Ids(int count) => string.Join(',', Enumerable.Range(1, count).Select(id => $"\"{id}\""));

    private async Task AssertAccepted(string payload, string text)
    {
        var answer = await Caller.Post(Webhook, Fill(payload, text));
        // A thread's name passes its own check and is then refused because the channel is no forum.
        Assert.True(answer.Status == 200 || answer.Code == 220003, answer.Body);
    }

    private async Task AssertRefused(string payload, string text, string place, string error)
    {
        var answer = await Caller.Post(Webhook, Fill(payload, text));
        Assert.Equal(50035, answer.Code);
        Assert.Equal(error, answer.ErrorAt(place));
    }

    private static string Fill(string payload, string text)
        => payload.Replace("§", JsonEncodedText.Encode(text).ToString(), StringComparison.Ordinal);

    private async Task AssertAnswer(string payload, string place, string? error)
    {
        var answer = await Caller.Post(Webhook, payload);
        Assert.Equal(error is null ? 200 : 400, answer.Status);
        Assert.Equal(error, error is null ? null : answer.ErrorAt(place));
    }
}
