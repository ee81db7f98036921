using System.Diagnostics;
using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Fuzzing;
using TypedWebhookAlerts.Tests;

namespace TypedWebhookAlerts.Generators.Tests.Fuzzing;

/// <summary>
/// The targets of the fuzzers without a fuzzer: their corpus, and what chance makes of it. <c>LONG_RUN=n</c> goes on for n
/// seconds a target, with inputs that are others in every run.
/// </summary>
public sealed class FuzzCorpusTests
{
    private const int Seed = 6;
    private const int Inputs = 3000;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void WhatIsInTheCorpusBreaksNoPromise(string target)
    {
        var corpus = CorpusOf(target);
        Assert.NotEmpty(corpus);
        Assert.All(corpus, input => Run(target, input));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void WhatIsMadeOfTheCorpusBreaksNoPromise(string target)
    {
        var mutator = new Mutator(CorpusOf(target), Seed);
        for (var input = 0; input < Inputs; input++)
        {
            Run(target, mutator.Next());
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void WhatIsMadeOfTheCorpusInALongRunBreaksNoPromise(string target)
    {
        var mutator = new Mutator(CorpusOf(target), LongRun.Seconds > 0 ? Environment.TickCount : Seed + 1);
        var (began, count) = (Stopwatch.GetTimestamp(), 0);
        do
        {
            Run(target, mutator.Next());
            count++;
        }
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < LongRun.Seconds);

        TestContext.Current.TestOutputHelper?.WriteLine($"{target}: {count} inputs");
    }

    private static void Run(string target, byte[] input)
    {
        try
        {
            FuzzTargets.All[target](input);
        }
        catch (Exception broken)
        {
            Assert.Fail($"{target} does not keep what it promises of {Convert.ToBase64String(input)}: {broken}");
        }
    }

    private static byte[][] CorpusOf(string target, [CallerFilePath] string thisFile = "")
    {
        var folder = Path.Combine(
            Path.GetDirectoryName(thisFile)!, "..", "..", "TypedWebhookAlerts.Fuzzing", "Corpus", target);
        return [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }
}
