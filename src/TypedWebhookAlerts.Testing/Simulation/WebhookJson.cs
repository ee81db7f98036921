using System.Globalization;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>A webhook as Discord shows it to whoever knows its token.</summary>
internal static class WebhookJson
{
    /// <summary>The server that all channels of the model are in.</summary>
    private const string Guild = "100000000000000000";

    public static string Write(SimulatedWebhook webhook) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNull("application_id");
        json.WriteNull("avatar");
        json.WriteString("channel_id", Id(webhook.ChannelId));
        json.WriteString("guild_id", Guild);
        json.WriteString("id", Id(webhook.Id));
        json.WriteString("name", webhook.Name);
        json.WriteNumber("type", 1);
        json.WriteString("token", webhook.Token);
        json.WriteString("url", $"https://discord.com/api/webhooks/{Id(webhook.Id)}/{webhook.Token}");
        json.WriteEndObject();
    });

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
