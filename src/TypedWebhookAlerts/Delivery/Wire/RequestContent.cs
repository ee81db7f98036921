using System.Globalization;
using System.Net.Http.Headers;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Puts a body into HTTP: as JSON, or with files in parts, of which <c>payload_json</c> is the first. Source:
/// Discord's developer documentation, "Uploading files".</summary>
internal static class RequestContent
{
    public static HttpContent Create(MessageBody body)
    {
        var json = Part(body.Json, "application/json");
        if (body.Files.Count == 0)
        {
            return json;
        }

        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < body.Files.Count; i++)
        {
            var file = body.Files[i];
            var name = string.Create(CultureInfo.InvariantCulture, $"files[{i}]");
            parts.Add(Part(file.Content, "text/plain"), name, file.Name);
        }

        return parts;
    }

    private static ReadOnlyMemoryContent Part(ReadOnlyMemory<byte> content, string type)
        => new(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
