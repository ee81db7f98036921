using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Reads <c>attachments</c>: the files that are to be there afterwards, by the number of their part or by the
/// id that they have already.</summary>
internal static class AttachmentsReader
{
    private const int AnyText = 1024;
    private const int Waveform = 400;

    /// <summary>The ids that a payload names, with the names that it gives the files.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="known">The ids that there are.</param>
    /// <returns>Null if the payload does not name any list: then all files are to be there.</returns>
    public static IReadOnlyDictionary<ulong, string?>? Read(PayloadObject payload, IReadOnlySet<ulong> known)
    {
        const string Name = "attachments";
        if (payload.Objects(Name, DiscordLimits.Files) is not { } items)
        {
            return null;
        }

        var names = new Dictionary<ulong, string?>();
        for (var i = 0; i < items.Count; i++)
        {
            var name = ReadItem(items[i]);
            if (ReadId(items[i]) is not { } id)
            {
                continue;
            }

            if (!known.Contains(id))
            {
                payload.ErrorsOf(Name).Child(PayloadObject.Index(i)).Add(FormErrors.NoSuchFile);
            }

            names[id] = name;
        }

        return names;
    }

    private static string? ReadItem(PayloadObject item)
    {
        item.Text("description", AnyText);
        item.Text("title", AnyText);
        item.Text("waveform", Waveform);
        item.Number("duration_secs", 0, int.MaxValue);
        item.Boolean("is_spoiler");
        item.Boolean("is_remix");
        var name = item.RawText("filename")?.Trim();
        if (name is not null && CodePoints.Count(name) is 0 or > AnyText)
        {
            item.ErrorsOf("filename").Add(FormErrors.BadLength(1, AnyText));
        }

        return name;
    }

    private static ulong? ReadId(PayloadObject item)
    {
        if (Snowflakes.TryParse(item.RawText("id"), out var id))
        {
            return id;
        }

        item.ErrorsOf("id").Add(item.Has("id") ? FormErrors.NotSnowflake("id") : FormErrors.Required);
        return null;
    }
}
