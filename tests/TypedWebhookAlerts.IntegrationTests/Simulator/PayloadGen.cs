using System.Text.Json;
using CsCheck;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>Payloads that are mostly right, with values at their limits, beyond them and of wrong types among
/// them.</summary>
internal static class PayloadGen
{
    private static readonly Gen<string> s_absent = Gen.Const("");

    private static readonly Gen<string> s_wrongType =
        Gen.OneOfConst("5", "true", "[]", "{}", "\"\"", "0.5", "[1]", "[null]");

    private static readonly Gen<string> s_boolean = Value(Gen.OneOfConst("true", "false"));

    private static readonly Gen<string> s_url = Value(
        Gen.OneOfConst("https://example.com/a", "http://a.b?c=%20", "attachment://a.png", "ftp://a.b", "a b", "/a", "")
            .Select(Quote),
        Gen.OneOf(Letters(2028), Letters(2029)).Select(path => Quote("https://example.com/" + path)));

    private static readonly Gen<string> s_timestamp = Value(
        Gen.DateTimeOffset.Select(time => Quote(time.ToString("yyyy-MM-dd'T'HH:mm:sszzz"))),
        Gen.OneOfConst("2026-02-30T00:00:00Z", "2026-01-02T03:04:05.678Z", "2026-01-02", "soon").Select(Quote));

    private static readonly Gen<string> s_color =
        Value(Gen.Int[0, 0xFFFFFF].Select(color => $"{color}"), Gen.OneOfConst("16777215", "16777216", "-1", "7.0"));

    private static readonly Gen<string> s_media = Value(Object(
        ("url", s_url), ("width", Integer()), ("height", Integer()), ("placeholder", Text(64)),
        ("placeholder_version", Integer()), ("is_animated", s_boolean), ("description", Text(4096))));

    private static readonly Gen<string> s_field = Gen.Frequency(
        (12, Gen.Select(Text(256), Text(1024), s_boolean, (name, value, inline)
            => Join(("name", name), ("value", value), ("inline", inline)))),
        (1, Object(("name", Text(256)), ("value", Text(1024)))));

    private static readonly Gen<string> s_embed = Gen.Frequency(
        (20, Object(
            ("type", Text(2)), ("title", Text(256)), ("description", Text(4096)), ("url", s_url), ("color", s_color),
            ("timestamp", s_timestamp), ("footer", Value(Object(("text", Text(2048)), ("icon_url", s_url)))),
            ("author", Value(Object(("name", Text(256)), ("url", s_url), ("icon_url", s_url)))), ("image", s_media),
            ("thumbnail", s_media), ("video", s_media),
            ("provider", Value(Object(("name", Text(256)), ("url", s_url)))),
            ("fields", List(s_field, 25)))),
        (1, Gen.OneOfConst("{}", "null", "[]", """{"title":" "}""")));

    private static readonly Gen<string> s_id = Gen.Frequency(
        (20, Gen.ULong.Select(id => Quote($"{id}"))),
        (1, Gen.OneOfConst("\"0\"", "\"01\"", "5", "null", "\"x\"", "\"99999999999999999999999\"")));

    private static readonly Gen<string> s_mentions = Value(Object(
        ("parse", List(Gen.OneOfConst("\"users\"", "\"roles\"", "\"everyone\"", "null", "\"here\""), 3)),
        ("users", List(s_id, 100)), ("roles", List(s_id, 100)), ("replied_user", s_boolean)));

    private static readonly Gen<string> s_username = Value(
        Text(80), Gen.OneOfConst("Ops", "discord", "Clyde", "here", "everyone", "a```b", " ").Select(Quote));

    // Files 0 and 1 are there where the request brings two.
    private static readonly Gen<string> s_attachment = Gen.Frequency(
        (9, Gen.Select(Gen.OneOfConst("0", "1", "0", "1", "2"), Text(1024), s_boolean, (id, text, spoiler)
            => Join(("id", Quote(id)), ("filename", text), ("description", text), ("is_spoiler", spoiler)))),
        (1, Object(("id", s_id), ("title", Text(1024)), ("duration_secs", Gen.OneOfConst("0.5", "-1", "\"1\"")))));

    /// <summary>Bodies of an edit, which are bodies of an execution too.</summary>
    public static Gen<string> Edit { get; } = Object(
        ("content", Text(2000)), ("embeds", List(s_embed, 10)), ("allowed_mentions", s_mentions), ("flags", Integer()),
        ("components", Gen.OneOfConst("", "", "", "null", "[]", "[1]")),
        ("attachments", Gen.Frequency(
            (4, List(s_attachment, 10)), (1, Gen.OneOfConst("null", "{}", "[null]", "[5]")))),
        ("poll", Gen.OneOfConst("", "", "", "null", "[]")));

    /// <summary>Bodies of an execution.</summary>
    public static Gen<string> Execute { get; } = Gen.Select(
        Edit,
        Object(("username", s_username), ("avatar_url", s_url), ("tts", s_boolean), ("thread_name", Text(100)),
            (
                "applied_tags",
                Gen.OneOf(Gen.OneOfConst("null", "5", "[5]"), List(Gen.OneOfConst("\"1\"", "\"23\""), 5)))),
        (edit, more) => edit == "{}" ? more : more == "{}" ? edit : $"{edit[..^1]},{more[1..]}");

    private static Gen<string> Text(int limit) => Gen.Frequency(
        (24, Gen.Int[1, 12].SelectMany(Letters).Select(Quote)),
        (2, Gen.Int[limit - 1, limit].SelectMany(Letters).Select(Quote)),
        (1, Letters(limit).Select(text => Quote($"  {text}\n"))),
        (1, Letters(limit + 1).Select(Quote)),
        (1, Gen.OneOfConst("\"\"", "\" \"", "null")),
        (1, s_wrongType));

    private static Gen<string> Letters(int count) => Gen.OneOfConst("a", "é", "😀", "\"")
        .Select(unit => string.Concat(Enumerable.Repeat(count > 2025 && unit != "😀" ? "a" : unit, count)));

    private static Gen<string> Integer() => Value(Gen.Int[0, 4096].Select(number => $"{number}"));

    private static Gen<string> Value(Gen<string> right)
        => Gen.Frequency((30, right), (1, Gen.Const("null")), (1, s_wrongType));

    private static Gen<string> Value(Gen<string> usual, Gen<string> special)
        => Gen.Frequency((12, usual), (4, special), (1, Gen.Const("null")), (1, s_wrongType));

    private static Gen<string> List(Gen<string> item, int limit) => Gen.Frequency(
        (20, item.Array[0, 2]),
        (1, item.Array[limit, limit + 1]))
        .Select(items => $"[{string.Join(',', items)}]");

    /// <summary>An object that has each of its members in about every third case.</summary>
    private static Gen<string> Object(params (string Name, Gen<string> Value)[] members) => members
        .Aggregate(
            Gen.Const(""),
            (all, member) => Gen.Select(
                all,
                Gen.Frequency((2, s_absent), (1, member.Value)),
                (text, value) => value.Length == 0 ? text : $"{text},\"{member.Name}\":{value}"))
        .Select(text => $"{{{text.TrimStart(',')}}}");

    private static string Join(params (string Name, string Value)[] members)
        => $"{{{string.Join(',', members.Select(member => $"\"{member.Name}\":{member.Value}"))}}}";

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
