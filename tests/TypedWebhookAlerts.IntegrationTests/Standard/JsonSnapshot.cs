using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Standard;

/// <summary>
/// Compares JSON with a <c>….verified.json</c> beside the test, in Verify's naming, so that Verify can take over. On a
/// mismatch it is left as <c>….received.json</c>: rename it to accept.
/// </summary>
internal static partial class JsonSnapshot
{
    private static readonly JsonSerializerOptions s_legible = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="json">The JSON, however it is laid out.</param>
    /// <param name="name">What the test class has several of.</param>
    /// <param name="test">The test's own file.</param>
    public static void Verify(string json, string name, [CallerFilePath] string test = "")
    {
        // The encoder writes as they are only characters of one UTF-16 unit; an emoji has two.
        var text = Emoji().Replace(
            JsonNode.Parse(json)!.ToJsonString(s_legible), emoji => Regex.Unescape(emoji.Value)) + "\n";
        var stem = $"{Path.ChangeExtension(test, null)}.{name}";
        var received = $"{stem}.received.json";
        var verified = $"{stem}.verified.json";
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Equal(File.Exists(verified) ? File.ReadAllText(verified) : string.Empty, text);
    }

    [GeneratedRegex(@"\\uD[89AB][0-9A-F]{2}\\uD[C-F][0-9A-F]{2}")]
    private static partial Regex Emoji();
}
