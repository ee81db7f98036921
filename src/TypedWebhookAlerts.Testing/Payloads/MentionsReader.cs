using System.Text.Json;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Reads <c>allowed_mentions</c>.</summary>
internal static class MentionsReader
{
    private const int MostParsed = 1521;
    private const int MostIds = 100;

    public static AllowedMentions Read(PayloadObject payload)
    {
        if (payload.Object("allowed_mentions") is not { } mentions)
        {
            return AllowedMentions.Default;
        }

        var parsed = ReadKinds(mentions);
        var users = ReadIds(mentions, "users", parsed);
        var roles = ReadIds(mentions, "roles", parsed);
        mentions.Boolean("replied_user");
        return new AllowedMentions(parsed, users, roles);
    }

    private static HashSet<string> ReadKinds(PayloadObject mentions)
    {
        var kinds = new HashSet<string>();
        var items = mentions.Set("parse", MostParsed) ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (items[i].ValueKind == JsonValueKind.String
                && items[i].GetString() is "users" or "roles" or "everyone")
            {
                kinds.Add(items[i].GetString()!);
            }
            else
            {
                mentions.ErrorsOf("parse").Child(PayloadObject.Index(i))
                    .Add(FormErrors.NotOneOf("'users', 'roles', 'everyone'"));
            }
        }

        return kinds;
    }

    private static HashSet<ulong> ReadIds(PayloadObject mentions, string name, HashSet<string> parsed)
    {
        var ids = new HashSet<ulong>();
        var items = mentions.Set(name, MostIds) ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (items[i].ValueKind == JsonValueKind.String && Snowflakes.TryParse(items[i].GetString(), out var id))
            {
                ids.Add(id);
            }
            else
            {
                mentions.ErrorsOf(name).Child(PayloadObject.Index(i))
                    .Add(FormErrors.NotSnowflake(items[i].ToString()));
            }
        }

        if (ids.Count > 0 && parsed.Contains(name))
        {
            mentions.ErrorsOf("parse").Add(FormErrors.Exclusive(name));
        }

        return ids;
    }
}
