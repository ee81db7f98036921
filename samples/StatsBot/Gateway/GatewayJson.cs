using System.Text.Json.Serialization;

namespace StatsBot.Gateway;

/// <summary>Reads the gateway's JSON without reflection. Ids come as texts, and a missing part is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GatewayPayload))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(GuildCreate))]
[JsonSerializable(typeof(GuildMemberAdd))]
[JsonSerializable(typeof(GuildMemberRemove))]
[JsonSerializable(typeof(GuildBanAdd))]
[JsonSerializable(typeof(MessageCreate))]
[JsonSerializable(typeof(InteractionCreate))]
internal sealed partial class GatewayJson : JsonSerializerContext;
