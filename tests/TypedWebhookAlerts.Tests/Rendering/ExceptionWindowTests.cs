using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>A secret at the edge of what is shown of an exception's message, and of what is looked at.</summary>
public sealed class ExceptionWindowTests
{
    private const int Window = 16 * ExceptionText.MaxLength;

    // Put together here: no file may hold what looks like a live secret.
    private static readonly string s_body = string.Concat(Enumerable.Repeat("aB3dE9xK", 5));

    [Fact]
    public void ASecretAcrossTheLimitGoesAsAWholeAndWhatFollowsIsShown()
    {
        var begin = new string('x', ExceptionText.MaxLength - 40);
        var message = $"{begin} {Planted.Secret} tail";

        Assert.True(message.Length > ExceptionText.MaxLength);
        Assert.Equal(
            $"{begin} {Planted.Word} tail", ExceptionText.Message(new IOException(message), Planted.Redactor));
    }

    [Theory]
    [InlineData("password={0}")]
    [InlineData("gh" + "p_{0}")]
    [InlineData("Authorization: Bearer {0}")]
    [InlineData("https://bob:{0}@a.example/x")]
    [InlineData("-----BEGIN PRIVATE " + "KEY-----\n{0}\n-----END PRIVATE " + "KEY-----")]
    public void WhereverTheLimitFallsInASecretNothingOfItIsShown(string text)
    {
        var secret = string.Format(null, text, s_body);
        for (var begin = ExceptionText.MaxLength - secret.Length - 20; begin <= ExceptionText.MaxLength; begin++)
        {
            var exception = new IOException($"{Filling(begin)} {secret} tail");
            var shown = ExceptionText.Message(exception, TextRedactor.Default)
                + ExceptionText.Summary(exception, TextRedactor.Default);
            Assert.DoesNotContain("aB3dE9", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhereverTheWindowEndsInASecretNothingOfItIsShown()
    {
        // What stands before it is one secret, so that the message is shown to the window's end.
        const string Label = "-----BEGIN PRIVATE " + "KEY-----";
        var begin = $"{Label}\n{new string('Q', Window - 500)}\n-----END PRIVATE {"KEY-----"} ";
        var secret = $"gh{"p_"}{s_body}";
        for (var gap = Window - begin.Length - secret.Length - 2; gap <= Window - begin.Length; gap++)
        {
            var message = ExceptionText.Message(
                new IOException($"{begin}{Filling(gap)} {secret} tail"), TextRedactor.Default);
            Assert.StartsWith(Label + "[redacted:private-key]-----END", message, StringComparison.Ordinal);
            Assert.EndsWith("…", message, StringComparison.Ordinal);
            Assert.DoesNotContain("aB3dE9", message, StringComparison.Ordinal);
        }
    }

    // Words: a run of one letter may be taken for a part of what follows it.
    private static string Filling(int length) => string.Concat(Enumerable.Repeat("word ", (length / 5) + 1))[..length];
}
