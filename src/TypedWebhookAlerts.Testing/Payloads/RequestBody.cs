using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>A request's body taken apart: its JSON, and the files beside it.</summary>
/// <param name="Json">The payload; null where there is none.</param>
/// <param name="Files">The files, in the order of their parts.</param>
internal sealed record RequestBody(byte[]? Json, IReadOnlyList<UploadedFile> Files)
{
    /// <summary>Reads JSON, or a form in parts with <c>payload_json</c> and <c>files[n]</c>. Other forms are read as
    /// what has no payload: the simulator does not model messages in form fields.</summary>
    public static RequestBody Read(string? contentType, byte[] body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return new RequestBody(null, []);
        }

        if (type.MediaType == "application/json")
        {
            return new RequestBody(body, []);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return type.MediaType == "multipart/form-data" && boundary.Length > 0
            ? ReadParts(boundary, body)
            : new RequestBody(null, []);
    }

    private static RequestBody ReadParts(string boundary, byte[] body)
    {
        byte[]? json = null;
        var files = new List<UploadedFile>();
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body));
            while (Next(reader) is { } part)
            {
                var header = part.GetContentDispositionHeader();
                var name = HeaderUtilities.RemoveQuotes(header?.Name ?? default).ToString();
                if (name == "payload_json")
                {
                    json = Content(part);
                }
                else if (IndexOf(name) is { } index)
                {
                    files.Add(new UploadedFile(index, FileName(header!), Content(part)));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // Parts that break off are a form without a message.
            return new RequestBody(null, []);
        }

        return new RequestBody(json, files);
    }

    // The body is in memory: nothing waits.
    private static MultipartSection? Next(MultipartReader reader)
        => reader.ReadNextSectionAsync().GetAwaiter().GetResult();

    private static byte[] Content(MultipartSection part)
    {
        using var content = new MemoryStream();
        part.Body.CopyTo(content);
        return content.ToArray();
    }

    private static string FileName(ContentDispositionHeaderValue header)
        => HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName)
            .ToString();

    private static ulong? IndexOf(string name)
        => name is ['f', 'i', 'l', 'e', 's', '[', .. var digits, ']']
            && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
