using System.Globalization;
using System.Text.Json;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>An object of a payload: reads its values by name and notes what is wrong with them. What is null, missing
/// or wrong is read as null.</summary>
internal readonly struct PayloadObject(JsonElement element, ErrorNode errors)
{
    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => !element.EnumerateObject().Any();

    public bool Has(string name) => element.TryGetProperty(name, out _);

    public ErrorNode ErrorsOf(string name) => errors.Child(name);

    /// <summary>A text without white space at its edges, which is not counted; null if nothing is left.</summary>
    public string? Text(string name, int longest)
    {
        var text = RawText(name)?.Trim();
        if (CodePoints.Count(text) > longest)
        {
            ErrorsOf(name).Add(FormErrors.TooLong(longest));
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A text that must be there, with something other than white space in it.</summary>
    public string RequiredText(string name, int longest)
    {
        var isText = TryGet(name, out var value) && value.ValueKind == JsonValueKind.String;
        if (!TryGet(name, out _) || (isText && string.IsNullOrWhiteSpace(value.GetString())))
        {
            ErrorsOf(name).Add(FormErrors.Required);
        }

        return Text(name, longest) ?? "";
    }

    /// <summary>The text as it was sent.</summary>
    public string? RawText(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        ErrorsOf(name).Add(FormErrors.NotText);
        return null;
    }

    public string? Url(string name, bool orAttachment = false)
    {
        if (RawText(name) is not { } text)
        {
            return null;
        }

        if (UrlRules.Check(text, orAttachment) is { } error)
        {
            ErrorsOf(name).Add(error);
        }

        return text;
    }

    public DateTimeOffset? Timestamp(string name)
    {
        if (RawText(name) is not { } text)
        {
            return null;
        }

        if (!TimestampRules.TryParse(text, out var time))
        {
            ErrorsOf(name).Add(FormErrors.NotTimestamp(text));
        }

        return time;
    }

    public long? Integer(string name, long least = long.MinValue, long greatest = long.MaxValue)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        // 5.0 is an integer to JSON Schema, and to Discord.
        if (value.ValueKind != JsonValueKind.Number
            || !value.TryGetDecimal(out var number)
            || number != decimal.Truncate(number))
        {
            ErrorsOf(name).Add(FormErrors.NotInteger);
            return null;
        }

        if (number < least)
        {
            ErrorsOf(name).Add(FormErrors.TooSmall(least));
            return null;
        }

        if (number > greatest)
        {
            ErrorsOf(name).Add(FormErrors.TooGreat(greatest));
            return null;
        }

        return (long)number;
    }

    /// <summary>Checks that a value is a number between two, which may have a fraction.</summary>
    public void Number(string name, double least, double greatest)
    {
        if (!TryGet(name, out var value))
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number))
        {
            ErrorsOf(name).Add(FormErrors.NotNumber);
        }
        else if (number < least || number > greatest)
        {
            ErrorsOf(name).Add(number < least ? FormErrors.TooSmall((long)least) : FormErrors.TooGreat((long)greatest));
        }
    }

    /// <summary>A list of ids, each of them once.</summary>
    public IReadOnlyList<ulong> Ids(string name, int most)
    {
        var items = Items(name, most) ?? [];
        var ids = new List<ulong>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].ValueKind == JsonValueKind.String && Snowflakes.TryParse(items[i].GetString(), out var id))
            {
                ids.Add(id);
            }
            else
            {
                ErrorsOf(name).Child(Index(i)).Add(FormErrors.NotSnowflake(items[i].ToString()));
            }
        }

        return ids;
    }

    public bool? Boolean(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        ErrorsOf(name).Add(FormErrors.NotBoolean);
        return null;
    }

    public PayloadObject? Object(string name)
        => TryGet(name, out var value) ? AsObject(value, ErrorsOf(name)) : null;

    /// <summary>The objects of a list; one that is none is left out and noted.</summary>
    public IReadOnlyList<PayloadObject>? Objects(string name, int most)
    {
        if (Items(name, most) is not { } items)
        {
            return null;
        }

        var objects = new List<PayloadObject>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (AsObject(items[i], ErrorsOf(name).Child(Index(i))) is { } item)
            {
                objects.Add(item);
            }
        }

        return objects;
    }

    /// <summary>The items of a list, of any type, each of them once.</summary>
    public IReadOnlyList<JsonElement>? Set(string name, int most)
    {
        var items = Items(name, most);
        if (items is not null && items.DistinctBy(item => item.GetRawText()).Count() < items.Count)
        {
            ErrorsOf(name).Add(FormErrors.Duplicate);
        }

        return items;
    }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonElement>? Items(string name, int most)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            ErrorsOf(name).Add(FormErrors.NotList);
            return null;
        }

        if (value.GetArrayLength() > most)
        {
            ErrorsOf(name).Add(FormErrors.TooLong(most));
        }

        return [.. value.EnumerateArray()];
    }

    public static PayloadObject? AsObject(JsonElement value, ErrorNode errors)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return new PayloadObject(value, errors);
        }

        errors.Add(FormErrors.NotObject);
        return null;
    }

    public static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    private bool TryGet(string name, out JsonElement value)
        => element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
