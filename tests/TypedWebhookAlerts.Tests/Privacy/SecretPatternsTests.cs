using System.Reflection;
using System.Text.RegularExpressions;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Tests.Privacy.Corpus;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>The compiler writes no code for expressions without backtracking: that these do not need it is held
/// here.</summary>
public sealed partial class SecretPatternsTests
{
    private const ulong Seed = 20261129;

    private static readonly IReadOnlyList<Regex> s_patterns =
    [
        .. new[] { typeof(SecretPatterns), typeof(KeyPatterns) }
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(Regex))
            .Select(property => (Regex)property.GetValue(null)!),
    ];

    [Fact]
    public void EachIsAskedAtOnePlaceAndEachLoopHasABound()
    {
        Assert.InRange(s_patterns.Count, 25, 100);
        Assert.All(s_patterns, pattern =>
        {
            Assert.StartsWith(@"\A", pattern.ToString(), StringComparison.Ordinal);
            Assert.DoesNotMatch(Unbounded(), ClassOrEscape().Replace(pattern.ToString(), "x"));
        });
    }

    [Fact]
    public void EachFindsWhatTheEngineWithoutBacktrackingFinds()
    {
        var texts = ScrubberCorpus.Secrets(Seed, variants: 2).Select(sample => sample.Text).ToList();
        Assert.All(s_patterns, pattern =>
        {
            var other = new Regex(pattern.ToString(), pattern.Options & ~RegexOptions.Compiled | RegexOptions.NonBacktracking);
            foreach (var text in texts)
            {
                for (var at = 0; at < Math.Min(text.Length, 120); at += 3)
                {
                    var slice = text[at..];
                    Assert.Equal(other.Match(slice).Length, pattern.Match(slice).Length);
                }
            }
        });
    }

    [Fact]
    public void EveryKindHasANameThatCanBeExcused()
        => Assert.All(SecretKinds.All, kind => Assert.Contains(kind.Name, RedactedKinds.All));

    [GeneratedRegex(@"[*+]|\{[0-9]+,\}")]
    private static partial Regex Unbounded();

    [GeneratedRegex(@"\\.|\[[^\]]*\]")]
    private static partial Regex ClassOrEscape();
}
