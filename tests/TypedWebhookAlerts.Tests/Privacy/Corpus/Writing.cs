using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>How a text is written in what it stands in.</summary>
internal static class Writing
{
    public static string Plain(string text) => text;

    /// <summary>As most JSON writers do: only what must be is escaped.</summary>
    public static string Json(string text) => JsonEncodedText.Encode(text,
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    /// <summary>As System.Text.Json does unless told otherwise: a plus is <c>\u002B</c>.</summary>
    public static string StrictJson(string text) => JsonEncodedText.Encode(text).ToString();

    /// <summary>JSON in a string of JSON.</summary>
    public static string JsonTwice(string text) => Json(Json(text));

    public static string Url(string text) => Uri.EscapeDataString(text);

    public static string Xml(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
