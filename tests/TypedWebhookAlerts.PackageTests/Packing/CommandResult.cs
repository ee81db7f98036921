using System.Text.RegularExpressions;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Packing;

/// <summary>What a command said, and how it ended.</summary>
/// <param name="ExitCode">Zero for success.</param>
/// <param name="Output">Both of its outputs.</param>
internal sealed partial record CommandResult(int ExitCode, string Output)
{
    /// <summary>The errors of a build, each once: MSBuild repeats them at its end.</summary>
    public IReadOnlyList<string> Errors => Lines(Error());

    /// <summary>The warnings of a build, without those that a sparse copy of the registry causes.</summary>
    public IReadOnlyList<string> Warnings
        => [.. Lines(Warning()).Where(line => !line.Contains("NU1603", StringComparison.Ordinal)
            && !line.Contains("NU1608", StringComparison.Ordinal))];

    /// <summary>Fails the test with the whole output unless the command succeeded.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}");
        return this;
    }

    private string[] Lines(Regex kind)
        => [.. Output.Split('\n').Select(line => line.Trim()).Where(line => kind.IsMatch(line)).Distinct()];

    [GeneratedRegex(@"\berror( [A-Z]+\d+)? ?:")]
    private static partial Regex Error();

    [GeneratedRegex(@"\bwarning( [A-Z]+\d+)? ?:")]
    private static partial Regex Warning();
}
