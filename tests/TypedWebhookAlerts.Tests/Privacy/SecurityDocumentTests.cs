using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TypedWebhookAlerts.Tests.Privacy.Corpus;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>Holds <c>docs/security.md</c> to the code: each promise has a test that is there, and what it says of kinds
/// and figures is so.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string s_document = Read("docs/security.md");

    [Fact]
    public void EveryRowNamesATest()
    {
        // Behind the line that ends a table's head.
        var rows = TableBody().Matches(s_document).SelectMany(body => body.Value.TrimEnd('\n').Split('\n')).ToList();

        Assert.InRange(rows.Count, 60, 200);
        Assert.All(rows, row => Assert.Matches(NamedTest(), row));
    }

    [Fact]
    public void EveryTestThatIsNamedIsThere()
    {
        var named = NamedTest().Matches(s_document).Select(match => match.Groups["test"].Value).ToHashSet();

        Assert.InRange(named.Count, 100, 400);
        Assert.Empty(named.Except(DeclaredTests()));
    }

    [Fact]
    public void TheKindsAreThoseThatAreRedacted()
    {
        var begin = s_document.IndexOf("### The kinds", StringComparison.Ordinal);
        var section = s_document[begin..s_document.IndexOf("### The figures", StringComparison.Ordinal)];

        Assert.Equal(
            RedactedKinds.All.Order(StringComparer.Ordinal),
            Kind().Matches(section).Select(match => match.Groups["kind"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheFiguresAreThoseOfTheCorpus()
        => Assert.Contains(
            $"**{CorpusFigures.OfDefault(ScrubberCorpusTests.FixedSeed, ScrubberCorpusTests.Variants).Statement}.**",
            s_document.ReplaceLineEndings(" "),
            StringComparison.Ordinal);

    /// <summary>What all test projects declare, by a look at their sources.</summary>
    private static IEnumerable<string> DeclaredTests()
        => Directory.EnumerateFiles(Path.Combine(Repository(), "tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .SelectMany(source => DeclaredClass().Matches(source).SelectMany(
                _ => DeclaredMethod().Matches(source),
                (of, test) => $"{of.Groups["class"].ValueSpan}.{test.Groups["method"].ValueSpan}"));

    private static string Read(string path)
        => File.ReadAllText(Path.Combine(Repository(), path)).ReplaceLineEndings("\n");

    private static string Repository([CallerFilePath] string file = "")
        => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");

    [GeneratedRegex(@"`(?<test>\w+Tests\w*\.\w+)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"(?<=^\|[|-]+\n)(\|.*\n)+", RegexOptions.Multiline)]
    private static partial Regex TableBody();

    [GeneratedRegex("`(?<kind>[a-z]+(-[a-z]+)*)`")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\bclass (?<class>\w+Tests\w*)\b")]
    private static partial Regex DeclaredClass();

    // Nothing stands between the attributes and the method but other attributes, which no empty line parts.
    [GeneratedRegex(
        @"^ +\[(Fact|Theory)\b.*\n( .*\n)*? +public (async )?(void|Task|ValueTask) (?<method>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex DeclaredMethod();
}
