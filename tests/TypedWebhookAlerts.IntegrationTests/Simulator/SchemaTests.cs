using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using TypedWebhookAlerts.Tests;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>The simulator against Discord's published schemas: what it accepts they accept, and where it refuses more,
/// the rule is one of those that the schemas do not write down.</summary>
public sealed class SchemaTests() : SimulatorTest(WithoutWindows())
{
    private const string Execute = "IncomingWebhookRequestPartial";
    private const string Edit = "IncomingWebhookUpdateRequestPartial";
    private const int Payloads = 3_000;

    /// <summary>Discord's rules that are not in the schemas: the code they are refused with, and a payload that breaks
    /// that rule alone.</summary>
    public static TheoryData<string, string> UnwrittenRules => new()
    {
        // At least one of content and embeds.
        { "50006", "{}" },
        // A text channel starts no thread.
        { "220003", """{"content": "c", "thread_name": "t"}""" },
        // 6000 code points over all embeds together.
        {
            "MAX_EMBED_SIZE_EXCEEDED",
            $$"""{"embeds": [{"description": "{{A(3000)}}"}, {"description": "{{A(3001)}}"}]}"""
        },
        // A field has a name and a value, and white space is neither.
        { "BASE_TYPE_REQUIRED", """{"embeds": [{"fields": [{"name": "n", "value": ""}]}]}""" },
        // An embed shows something.
        { "LIST_ITEM_VALUE_REQUIRED", """{"embeds": [{}]}""" },
        // A username is more than white space, and none of the reserved.
        { "BASE_TYPE_BAD_LENGTH", """{"content": "c", "username": " "}""" },
        { "USERNAME_INVALID", """{"content": "c", "username": "everyone"}""" },
        { "USERNAME_INVALID_CONTAINS", """{"content": "c", "username": "discord"}""" },
        // Mentions are parsed or listed, not both.
        {
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            """{"content": "c", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}"""
        },
        // An address is one of the web.
        { "URL_TYPE_INVALID_SCHEME", """{"embeds": [{"title": "t", "url": "ftp://example.com"}]}""" },
        // An id has 64 bits.
        { "NUMBER_TYPE_COERCE", """{"content": "c", "allowed_mentions": {"users": ["99999999999999999999"]}}""" },
        // An attachment is a file that comes with the request, or that the message has.
        { "ATTACHMENT_NOT_FOUND", """{"content": "c", "attachments": [{"id": "7"}]}""" },
        // Not Discord's rule but the simulator's: it models messages of text, embeds and files.
        { "SIMULATOR_NOT_MODELLED", """{"content": "c", "poll": {"question": {"text": "q"}, "answers": [{"poll_media": {"text": "a"}}]}}""" },
    };

    [Fact]
    public void WhatItAcceptsTheSchemaOfAnExecutionAcceptsAndTheReverseButForUnwrittenRules()
        => Compare(Execute, PayloadGen.Execute, body => Caller.Post(Webhook, body));

    [Fact]
    public async Task WhatItAcceptsTheSchemaOfAnEditAcceptsAndTheReverseButForUnwrittenRules()
    {
        await Caller.Post(Webhook, """{"content": "c"}""");
        var message = Webhook.Messages[0].Id;

        Compare(Edit, PayloadGen.Edit, body => Caller.Patch(Webhook, message, body));
    }

    [Fact]
    public void ThePayloadBesideFilesIsJudgedByTheSameSchema()
        => Compare(
            Execute,
            PayloadGen.Execute,
            body => Caller.Upload(Webhook, body, ("trace-1.txt", "1"), ("trace-2.txt", "2")));

    [Theory]
    [MemberData(nameof(UnwrittenRules))]
    public async Task AnUnwrittenRuleIsKept(string code, string body)
        => Assert.Equal([code], Codes(await Caller.Post(Webhook, body)));

    [Fact]
    public void TheSchemaAcceptsWhatBreaksAnUnwrittenRule()
    {
        var schema = DiscordSchema.Load(Execute);

        Assert.All(UnwrittenRules, rule => Assert.True(schema.Accepts(rule.Data.Item2), rule.Data.Item2));
    }

    [Fact]
    public async Task WhiteSpaceAtTheEdgesIsNotCountedThoughTheSchemaCountsIt()
    {
        var body = $$"""{"content": " {{A(2000)}} "}""";
        var schema = DiscordSchema.Load(Execute);

        Assert.Equal(200, (await Caller.Post(Webhook, body)).Status);
        Assert.False(schema.Accepts(body));
        Assert.True(schema.Accepts(Trimmed(body)));
    }

    [Fact]
    public async Task ItsAnswersAreWhatTheSchemasPromise()
    {
        var message = DiscordSchema.Load("MessageResponse");
        var posted = await Caller.Post(Webhook, """
            {"content": "c", "embeds": [{"title": "t", "color": 1, "timestamp": "2026-01-02T03:04:05Z",
             "footer": {"text": "f"}, "fields": [{"name": "n", "value": "v"}]}]}
            """);
        var uploaded = await Caller.Upload(Webhook, "{}", ("a b.txt", "text"));
        var edited = await Caller.Patch(Webhook, posted.Id, """{"content": "d"}""");
        var webhook = await Caller.Get(Webhook);
        var error = await Caller.Get(Webhook, message: 1);

        Assert.True(message.Accepts(posted.Body), posted.Body);
        Assert.True(message.Accepts(edited.Body), edited.Body);
        Assert.True(message.Accepts(uploaded.Body), uploaded.Body);
        Assert.True(DiscordSchema.Load("GuildIncomingWebhookResponse").Accepts(webhook.Body), webhook.Body);
        // Of form errors the description says that their inner codes are numbers; Discord answers names.
        Assert.True(DiscordSchema.Load("ErrorResponse").Accepts(error.Body), error.Body);
    }

    private static void Compare(string schemaName, Gen<string> payloads, Func<string, Task<Caller.Answer>> send)
    {
        var schema = DiscordSchema.Load(schemaName);
        var unwritten = UnwrittenRules.Select(rule => rule.Data.Item1).ToHashSet();
        int accepted = 0, refusedByBoth = 0, refusedByUnwrittenRule = 0;
        payloads.Hold(
            body =>
            {
                // In memory and without a round trip the answer is there.
                var answer = send(body).GetAwaiter().GetResult();
                var isValid = schema.Accepts(Trimmed(body));
                if (answer.Status == 200)
                {
                    Interlocked.Increment(ref accepted);
                    Assert.True(isValid, body);
                    return;
                }

                Interlocked.Increment(ref isValid ? ref refusedByUnwrittenRule : ref refusedByBoth);
                Assert.True(!isValid || unwritten.IsSupersetOf(Codes(answer)), body);
            },
            count: Payloads);

        // The comparison is worth something only if the payloads fall on all sides.
        int[] sides = [accepted, refusedByBoth, refusedByUnwrittenRule];
        Assert.All(sides, count => Assert.InRange(count, sides.Sum() / 60, sides.Sum()));
    }

    private static IReadOnlyList<string> Codes(Caller.Answer answer)
        => answer.Json.TryGetProperty("errors", out var errors)
            ? [.. Codes(errors)]
            : [$"{answer.Code}"];

    private static IEnumerable<string> Codes(JsonElement node) => node.EnumerateObject().SelectMany(child =>
        child.Name == "_errors"
            ? child.Value.EnumerateArray().Select(error => error.GetProperty("code").GetString()!)
            : Codes(child.Value));

    /// <summary>The payload as Discord counts it.</summary>
    private static string Trimmed(string body) => Trim(JsonNode.Parse(body))?.ToJsonString() ?? "null";

    private static JsonNode? Trim(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Trim(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Trim)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>().Trim(),
        _ => node?.DeepClone(),
    };

    private static string A(int count) => new('a', count);
}
