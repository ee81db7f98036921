using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Tests.Privacy.Corpus;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>Capture cuts a long text where it must, be it within a secret.</summary>
public sealed class CutSecretTests
{
    private const ulong Seed = 20261127;
    private const int Variants = 4;

    /// <summary>So many characters of a secret may be left: nobody makes anything of them.</summary>
    private const int Untelling = 6;

    [Fact]
    public void OfASecretThatIsCutAnywhereNothingRecognisableIsLeft()
    {
        var cuts = ScrubberCorpus.Secrets(Seed, Variants).Where(sample => !sample.IsCut).SelectMany(Cuts).ToList();
        var seen = cuts.Where(cut => IsSeen(cut.Secret, CorpusFigures.Shown(SecretScrubber.Default, cut.Sample))).ToList();

        Assert.InRange(cuts.Count, 10_000, int.MaxValue);
        var kinds = seen.GroupBy(cut => cut.Sample.Kind)
            .OrderByDescending(kind => kind.Count())
            .Select(kind => $"{kind.Count()} {kind.Key}: {kind.First().Sample} -> {kind.First().Secret.Length}");
        Assert.True(seen.Count == 0, $"{seen.Count} of {cuts.Count}\n{string.Join('\n', kinds)}");
    }

    [Fact]
    public void WhatIsNoSecretIsLeftWhereATextIsCutBetweenWords()
    {
        var texts = (string[])
        [
            "The command 'ban' failed: missing permissions", "System.InvalidOperationException: Sequence contains no elements",
            "   at Shop.Orders.OrderService.PlaceAsync(Order order) in /src/Shop/Orders/OrderService.cs:line",
            "retry 3 of 5 after 00:00:04", "see https://example.com/docs/configuration",
        ];

        Assert.All(texts, text => Assert.Null(SecretScrubber.Default.Scrub(text, "", isCut: true)));
    }

    private static IEnumerable<(CorpusSample Sample, string Secret)> Cuts(CorpusSample sample)
    {
        var secret = sample.Secrets[0];
        var start = sample.Text.IndexOf(secret, StringComparison.Ordinal);
        if (start < 0)
        {
            yield break;
        }

        // A Telegram token begins with the bot's id, which everybody may know who writes with it.
        var known = sample.Kind.StartsWith("telegram", StringComparison.Ordinal) ? secret.IndexOf(':', StringComparison.Ordinal) + 1 : 0;
        for (var length = known + 1; length < secret.Length; length += secret.Length > 200 ? 7 : 1)
        {
            yield return (sample with { Text = sample.Text[..(start + length)], IsCut = true }, secret[known..length]);
        }
    }

    private static bool IsSeen(string secret, string shown)
    {
        if (SecretKinds.All.SelectMany(kind => kind.Prefixes).Any(prefix => prefix.StartsWith(secret, StringComparison.Ordinal)))
        {
            return false;
        }

        for (var at = 0; at + Untelling < secret.Length; at++)
        {
            if (shown.Contains(secret.Substring(at, Untelling + 1), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
