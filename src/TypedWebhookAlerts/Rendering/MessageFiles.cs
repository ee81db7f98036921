using System.Buffers;
using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>The files of a message: the whole stack traces of those of its alerts that show them cut.</summary>
internal static class MessageFiles
{
    /// <summary>The files, each named after the place of its alert in the message.</summary>
    public static IReadOnlyList<AttachedFile> Of(ReadOnlySpan<ShownAlert> alerts)
    {
        var files = new List<AttachedFile>();
        for (var i = 0; i < alerts.Length; i++)
        {
            if (alerts[i].Alert.Trace is { } trace)
            {
                files.Add(new AttachedFile(string.Create(CultureInfo.InvariantCulture, $"trace-{i + 1}.txt"), trace));
            }
        }

        return files;
    }

    /// <summary>Names the files in the body, after a comma: the ids are the numbers of the request's parts.</summary>
    public static void WriteNames(IReadOnlyList<AttachedFile> files, IBufferWriter<byte> body)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var begin = i == 0 ? ",\"attachments\":[" : ",";
            var file = string.Create(
                CultureInfo.InvariantCulture, $$"""{{begin}}{"id":"{{i}}","filename":"{{files[i].Name}}"}""");
            body.Write(Encoding.ASCII.GetBytes(file));
        }

        body.Write(files.Count > 0 ? "]"u8 : default);
    }
}
