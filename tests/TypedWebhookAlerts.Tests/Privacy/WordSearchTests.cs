using System.Buffers;
using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Tests.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

public sealed class WordSearchTests
{
    private static readonly string[] s_words =
        ["pass", "key", "token", "pw=", "://", "7Q~", "-----BEGIN ", "secret", "ass"];

    private static readonly SearchValues<string> s_other =
        SearchValues.Create(s_words, StringComparison.OrdinalIgnoreCase);

    private static readonly Gen<string> s_text = Gen.OneOf(
            Gen.OneOfConst(s_words),
            Gen.OneOfConst("PASS", "Key", "tOKEN", "p", "w", "=", ":", "/", "k", "e", "y", "q", "7", "-", "\0"),
            Gen.String[0, 3])
        .Array[0, 8].Select(string.Concat);

    [Fact]
    public void ItFindsTheFirstWordWhereverItBeginsAsTheRuntimeDoes()
        => Gen.Select(s_text, Gen.Int[0, 3]).Hold(
            (text, start) =>
            {
                start = Math.Min(start, text.Length);
                var next = text.AsSpan(start).IndexOfAny(s_other);
                Assert.Equal(next < 0 ? -1 : start + next, new WordSearch(s_words).IndexIn(text, start));
            },
            count: 5_000);
}
