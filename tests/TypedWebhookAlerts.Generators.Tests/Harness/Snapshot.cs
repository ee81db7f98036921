namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>
/// Compares text with a <c>….verified.cs</c>, in Verify's naming, so that Verify can take over. On a mismatch the text
/// is left as <c>….received.cs</c>: rename it to accept.
/// </summary>
internal static class Snapshot
{
    /// <param name="text">The text.</param>
    /// <param name="stem">The path of the file that it is compared with, up to <c>.verified.cs</c>.</param>
    public static void Verify(string text, string stem)
    {
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
