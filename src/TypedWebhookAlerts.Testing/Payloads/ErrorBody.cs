using System.Text;
using System.Text.Json;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Writes the body that names what is wrong with a payload.</summary>
internal static class ErrorBody
{
    public const int InvalidForm = 50035;

    /// <summary>As versioned paths answer: <c>errors.embeds.0.description._errors[0].code</c>.</summary>
    public static byte[] Tree(ErrorNode errors) => Utf8(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("message", "Invalid Form Body");
        json.WriteNumber("code", InvalidForm);
        json.WritePropertyName("errors");
        WriteTree(json, errors);
        json.WriteEndObject();
    }));

    /// <summary>As paths without a version may answer: the messages at the first level, or the names of the places
    /// below it.</summary>
    public static byte[] Legacy(ErrorNode errors) => Utf8(JsonText.Write(json =>
    {
        json.WriteStartObject();
        foreach (var (name, child) in errors.Children)
        {
            json.WriteStartArray(name);
            foreach (var text in child.Errors.Select(error => error.Message).Concat(child.Children.Select(c => c.Key)))
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }));

    private static void WriteTree(Utf8JsonWriter json, ErrorNode node)
    {
        json.WriteStartObject();
        if (node.Errors.Count > 0)
        {
            json.WriteStartArray("_errors");
            foreach (var error in node.Errors)
            {
                json.WriteStartObject();
                json.WriteString("code", error.Code);
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        foreach (var (name, child) in node.Children)
        {
            json.WritePropertyName(name);
            WriteTree(json, child);
        }

        json.WriteEndObject();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
