using System.Globalization;
using System.Text.Json;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Reads which embeds of a message a refusal names: in Discord's old form (<c>"embeds":["0"]</c>) and in its
/// present one (<c>"errors":{"embeds":{"0":…}}</c>).</summary>
internal static class RefusedEmbeds
{
    /// <summary>Reads the old form, at the array. A message's own embeds, which are objects, are none.</summary>
    public static IReadOnlyList<int> ReadArray(Utf8JsonReader array)
    {
        var indexes = new List<int>();
        while (array.Read() && array.TokenType == JsonTokenType.String)
        {
            Add(array.GetString(), indexes);
        }

        return indexes;
    }

    /// <summary>Reads the present form, at the object of all errors.</summary>
    public static IReadOnlyList<int> ReadErrors(Utf8JsonReader errors)
    {
        var indexes = new List<int>();
        while (errors.Read() && errors.TokenType == JsonTokenType.PropertyName)
        {
            var isOfEmbeds = errors.ValueTextEquals("embeds"u8);
            if (!errors.Read())
            {
                break;
            }

            if (isOfEmbeds && errors.TokenType == JsonTokenType.StartObject)
            {
                ReadNames(errors, indexes);
            }

            if (!errors.TrySkip())
            {
                break;
            }
        }

        return indexes;
    }

    private static void ReadNames(Utf8JsonReader embeds, List<int> indexes)
    {
        while (embeds.Read() && embeds.TokenType == JsonTokenType.PropertyName)
        {
            Add(embeds.GetString(), indexes);
            if (!embeds.Read() || !embeds.TrySkip())
            {
                return;
            }
        }
    }

    private static void Add(string? index, List<int> indexes)
    {
        if (int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && indexes.Count < Rendering.DiscordLimits.Embeds)
        {
            indexes.Add(number);
        }
    }
}
