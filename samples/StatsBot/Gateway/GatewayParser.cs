using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace StatsBot.Gateway;

/// <summary>Reads one line of the gateway's wire format.</summary>
internal static class GatewayParser
{
    private const int Dispatch = 0;
    private const int ReconnectRequest = 7;

    /// <summary>Reads an event.</summary>
    /// <param name="line">One payload.</param>
    /// <returns>The event; null for one that the bot does not react to.</returns>
    /// <exception cref="JsonException">It is no gateway payload, or its event misses a part.</exception>
    public static GatewayEvent? Parse(string line)
    {
        var payload = ReadPayload(line) ?? throw new JsonException("a payload is an object");
        return payload.Op switch
        {
            Dispatch => Read(payload.T ?? throw new JsonException("a dispatch has a name in \"t\""), payload.D),
            ReconnectRequest => new Reconnect(),
            _ => null,
        };
    }

    private static GatewayPayload? ReadPayload(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, GatewayJson.Default.GatewayPayload);
        }
        catch (JsonException exception) when (exception.Path is { } path)
        {
            // The serializer's own words name a type of this program, which tells nothing to whoever wrote the line.
            throw new JsonException($"it is no gateway payload; see {path}", exception);
        }
        catch (ArgumentException exception)
        {
            // Half a surrogate pair: no UTF-8 brings one, but what is piped in may be read as something else.
            throw new JsonException("it is no Unicode text", exception);
        }
    }

    private static GatewayEvent? Read(string name, JsonElement data)
        => name switch
        {
            "READY" => Read(data, GatewayJson.Default.Ready),
            "RESUMED" => new Resumed(),
            "GUILD_CREATE" => Read(data, GatewayJson.Default.GuildCreate),
            "GUILD_MEMBER_ADD" => Read(data, GatewayJson.Default.GuildMemberAdd),
            "GUILD_MEMBER_REMOVE" => Read(data, GatewayJson.Default.GuildMemberRemove),
            "GUILD_BAN_ADD" => Read(data, GatewayJson.Default.GuildBanAdd),
            "MESSAGE_CREATE" => Read(data, GatewayJson.Default.MessageCreate),
            "INTERACTION_CREATE" => Read(data, GatewayJson.Default.InteractionCreate),
            _ => null,
        };

    private static T Read<T>(JsonElement data, JsonTypeInfo<T> type)
        where T : GatewayEvent
        => data.ValueKind == JsonValueKind.Object
            ? data.Deserialize(type)!
            : throw new JsonException("an event has an object in \"d\"");
}
