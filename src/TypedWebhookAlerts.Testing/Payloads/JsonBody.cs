using System.Text.Json;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Parses a body, and finds in it what the parser alone lets pass.</summary>
internal static class JsonBody
{
    /// <returns>Null if the body is not JSON in UTF-8.</returns>
    public static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return HasLoneSurrogate(body) ? null : JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Half a surrogate pair, written as an escape, is well-formed JSON and no text.</summary>
    private static bool HasLoneSurrogate(byte[] body)
    {
        var json = new Utf8JsonReader(body);
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref json))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(ref Utf8JsonReader json)
    {
        try
        {
            json.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
