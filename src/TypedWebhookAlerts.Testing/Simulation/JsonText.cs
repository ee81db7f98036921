using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Writes JSON without escapes that nobody needs, so that a test can read it.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
