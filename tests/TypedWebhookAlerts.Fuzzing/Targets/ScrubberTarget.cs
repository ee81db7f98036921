using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Tests.Privacy.Corpus;

namespace TypedWebhookAlerts.Fuzzing;

/// <summary>A text that is about to leave. The first byte tells what stands before it, and whether its end is missing; a
/// hole such as <c>&lt;alnum:36&gt;</c> is filled by chance, so that inputs get by what only a key gets by.</summary>
internal static class ScrubberTarget
{
    /// <summary>A word for a secret may be longer than the secret, but not much.</summary>
    private const int MostGrowth = 8;

    private static readonly string[] s_before =
        ["", "password=", "Token", "Authorization: Bearer ", "{\"secret\":\"", "Shard ", "https://bob:", "cookie: "];

    public static void Run(byte[] input)
    {
        var first = input is [var flags, ..] ? flags : 0;
        var before = s_before[first % s_before.Length];
        var isCut = (first & 0x80) != 0;
        var text = Filling.Of(FuzzText.Of(input.AsSpan(Math.Min(1, input.Length))), new Chance((ulong)input.Length));
        if (SecretScrubber.Default.ScrubOrThrow(text, before, isCut) is not { } shown)
        {
            return;
        }

        Promise.Holds(shown != Redaction.Withheld, "the search for secrets does not fail");
        Promise.Holds(shown != text, "what is not changed is not copied");
        Promise.Holds(shown.Length <= (text.Length + 8) * MostGrowth, "what is shown is bounded by what was said");
        var again = SecretScrubber.Default.ScrubOrThrow(shown, before, isCut);
        Promise.Holds(again is null || again == shown, $"what was redacted stays as it is: {shown} ► {again}");
    }
}
