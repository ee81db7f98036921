using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What the scrubber found in the corpus, and what it took for a secret.</summary>
internal sealed class CorpusFigures
{
    private const int ShownOfEachKind = 2;

    private static readonly ConcurrentDictionary<(ulong Seed, int Variants), Lazy<CorpusFigures>> s_ofDefault = new();

    private readonly ulong _seed;
    private readonly int _variants;
    private readonly List<CorpusSample> _missed;
    private readonly List<CorpusSample> _mistaken;

    private CorpusFigures(ulong seed, int variants, List<CorpusSample> missed, List<CorpusSample> mistaken)
    {
        _seed = seed;
        _variants = variants;
        _missed = missed;
        _mistaken = mistaken;
    }

    /// <summary>The part of the secrets of which nothing recognisable remains, in per cent.</summary>
    public double Recall => 100 - PerCent(_missed.Count, ScrubberCorpus.SecretKinds.Count);

    /// <summary>The recall of the kind that is missed most.</summary>
    public double LeastRecall => 100 - PerCent(Most(_missed), 1);

    /// <summary>The part of the near misses that are not as they were, in per cent.</summary>
    public double FalsePositives => PerCent(_mistaken.Count, ScrubberCorpus.NearMissKinds.Count);

    /// <summary>The false positives of the kind that is mistaken most.</summary>
    public double MostFalsePositives => PerCent(Most(_mistaken), 1);

    /// <summary>The figures in the words of <c>docs/security.md</c>.</summary>
    public string Statement => string.Create(
        CultureInfo.InvariantCulture,
        $"{ScrubberCorpus.SecretKinds.Count} kinds of secrets and {ScrubberCorpus.NearMissKinds.Count} of near misses, "
            + $"{_variants} samples each: recall {Recall:0.00} %, false positives {FalsePositives:0.00} %");

    /// <summary>What the scrubber without options does, measured once for all tests.</summary>
    /// <param name="seed">What the samples follow from.</param>
    /// <param name="variants">So many of each kind.</param>
    public static CorpusFigures OfDefault(ulong seed, int variants)
        => s_ofDefault.GetOrAdd((seed, variants), static of => new(() => Measure(SecretScrubber.Default, of.Seed, of.Variants))).Value;

    /// <summary>What is shown of a sample.</summary>
    public static string Shown(SecretScrubber scrubber, CorpusSample sample)
        => scrubber.ScrubOrThrow(sample.Text, sample.Before, sample.IsCut) ?? sample.Text;

    /// <summary>The figures with some of what was missed and mistaken, its secrets masked.</summary>
    public string Report()
    {
        var report = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"Seed {_seed}: {Statement}");
        Append(report, "Missed", _missed);
        Append(report, "Mistaken", _mistaken);
        return report.ToString();
    }

    private static CorpusFigures Measure(SecretScrubber scrubber, ulong seed, int variants) => new(
        seed,
        variants,
        [.. ScrubberCorpus.Secrets(seed, variants).Where(sample => sample.IsSeenIn(Shown(scrubber, sample)))],
        [.. ScrubberCorpus.NearMisses(seed, variants).Where(sample => Shown(scrubber, sample) != sample.Text)]);

    private double PerCent(int samples, int kinds) => 100.0 * samples / (kinds * _variants);

    private static int Most(List<CorpusSample> samples)
        => samples.GroupBy(sample => sample.Kind).Select(kind => kind.Count()).DefaultIfEmpty().Max();

    private void Append(StringBuilder report, string title, List<CorpusSample> samples)
    {
        foreach (var kind in samples.GroupBy(sample => sample.Kind).OrderByDescending(kind => kind.Count()))
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"{title} {kind.Count()} of {_variants}: {kind.Key}");
            foreach (var sample in kind.Take(ShownOfEachKind))
            {
                report.Append("    ").AppendLine(sample.ToString());
            }
        }
    }
}
