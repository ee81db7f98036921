using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>
/// Compares text with <c>Class.Method.verified.cs</c> beside the test, in Verify's naming, so that Verify can take
/// over. On a mismatch the text is left as <c>….received.cs</c>: rename it to accept.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var received = $"{stem}.received.cs";
        var verified = $"{stem}.verified.cs";
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : string.Empty;
        Assert.Equal(expected, text);
    }
}
