using TypedWebhookAlerts.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>
/// The scrubber against texts that it was not made from. They follow from a seed; <c>CORPUS_SEED=n</c> adds another,
/// many more samples that nobody has looked at.
/// </summary>
public sealed class ScrubberCorpusTests
{
    /// <summary>Of the samples that every run has.</summary>
    internal const ulong FixedSeed = 20261126;

    /// <summary>Of each kind in every run.</summary>
    internal const int Variants = 25;

    private const int VariantsOfAnotherSeed = 400;

    private static SecretScrubber Scrubber => SecretScrubber.Default;

    /// <summary>Seeds, and how many samples of each kind.</summary>
    public static TheoryData<ulong, int> Seeds
    {
        get
        {
            var seeds = new TheoryData<ulong, int> { { FixedSeed, Variants } };
            if (ulong.TryParse(Environment.GetEnvironmentVariable("CORPUS_SEED"), out var another))
            {
                seeds.Add(another, VariantsOfAnotherSeed);
            }

            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void OfSecretsNothingRecognisableRemains(ulong seed, int variants)
    {
        var figures = Measure(seed, variants);
        Assert.True(figures.Recall >= 99, figures.Report());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void OfNoKindOfSecretMoreThanOneInAHundredIsMissed(ulong seed, int variants)
    {
        var figures = Measure(seed, variants);
        Assert.True(figures.LeastRecall >= 99, figures.Report());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhatOnlyLooksLikeASecretComesOutAsItWas(ulong seed, int variants)
    {
        var figures = Measure(seed, variants);
        Assert.True(figures.FalsePositives <= 1, figures.Report());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void OfNoKindOfNearMissMoreThanOneInAHundredIsTakenForASecret(ulong seed, int variants)
    {
        var figures = Measure(seed, variants);
        Assert.True(figures.MostFalsePositives <= 1, figures.Report());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhatStandsAroundAKeyIsKept(ulong seed, int variants)
    {
        var samples = ScrubberCorpus.Tokens(seed, variants).ToArray();
        var lost = samples.Where(sample => !sample.IsKeptIn(CorpusFigures.Shown(Scrubber, sample))).ToArray();
        Assert.True(lost.Length * 100 <= samples.Length, string.Join('\n', lost.Take(20).AsEnumerable()));
    }

    [Fact]
    public void TheCorpusHasFortyKindsOfEachAndSaysWhatIsSecretInThem()
    {
        Assert.InRange(ScrubberCorpus.SecretKinds.Select(kind => kind.Name).Distinct().Count(), 40,
            ScrubberCorpus.SecretKinds.Count);
        Assert.InRange(ScrubberCorpus.NearMissKinds.Select(kind => kind.Name).Distinct().Count(), 40,
            ScrubberCorpus.NearMissKinds.Count);
        Assert.All(ScrubberCorpus.Secrets(FixedSeed, Variants), sample => Assert.True(sample.IsSeenIn(sample.Text),
            sample.ToString()));
        Assert.All(ScrubberCorpus.NearMisses(FixedSeed, Variants), sample => Assert.Empty(sample.Secrets));
    }

    [Fact]
    public void TheSameSeedMakesTheSameSamples()
    {
        Assert.Equal(Texts(FixedSeed), Texts(FixedSeed));
        Assert.NotEqual(Texts(FixedSeed), Texts(FixedSeed + 1));

        static string[] Texts(ulong seed) => [.. ScrubberCorpus.Secrets(seed, Variants).Select(sample => sample.Text)];
    }

    private static CorpusFigures Measure(ulong seed, int variants)
    {
        var figures = CorpusFigures.OfDefault(seed, variants);
        TestContext.Current.TestOutputHelper?.WriteLine(figures.Statement);
        return figures;
    }
}
