using System.Text.Json;

namespace TypedWebhookAlerts.Delivery;

/// <summary>The properties of an answer's outermost object that matter to a lane.</summary>
internal record struct ResponseProperties(
    string? Id, string? ChannelId, int Code, double? RetryAfter, bool IsGlobal, bool IsObject)
{
    /// <summary>A webhook's name.</summary>
    public string? Name { get; private set; }

    /// <summary>The embeds that a refusal names, by their index; null for none.</summary>
    public IReadOnlyList<int>? RefusedEmbeds { get; private set; }

    /// <summary>Reads a body. One that is cut, or is no JSON at all, gives what stands before the break.</summary>
    public static ResponseProperties Read(ReadOnlySpan<byte> body)
    {
        var properties = default(ResponseProperties);
        var json = new Utf8JsonReader(body, isFinalBlock: false, default);
        try
        {
            if (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                properties.IsObject = true;
                properties.ReadAll(ref json);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An HTML page of a proxy's, or a text with half a surrogate pair: what was read until there counts.
        }

        return properties;
    }

    private void ReadAll(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            if (!json.Read())
            {
                return;
            }

            Keep(name, in json);
            if (!json.TrySkip())
            {
                return;
            }
        }
    }

    private void Keep(string? name, in Utf8JsonReader value)
    {
        switch (name, value.TokenType)
        {
            case ("id", JsonTokenType.String):
                Id = value.GetString();
                break;
            case ("name", JsonTokenType.String):
                Name = value.GetString();
                break;
            case ("channel_id", JsonTokenType.String):
                ChannelId = value.GetString();
                break;
            case ("code", JsonTokenType.Number):
                Code = value.TryGetInt32(out var code) ? code : 0;
                break;
            case ("retry_after", JsonTokenType.Number):
                RetryAfter = value.TryGetDouble(out var seconds) ? seconds : null;
                break;
            case ("global", JsonTokenType.True):
                IsGlobal = true;
                break;
            case ("embeds", JsonTokenType.StartArray):
                RefusedEmbeds = Delivery.RefusedEmbeds.ReadArray(value);
                break;
            case ("errors", JsonTokenType.StartObject):
                RefusedEmbeds = Delivery.RefusedEmbeds.ReadErrors(value);
                break;
        }
    }
}
