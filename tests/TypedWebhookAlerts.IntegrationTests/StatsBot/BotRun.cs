using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.StatsBot;

/// <summary>The sample bot as its users have it: a process, its two outputs and its exit code.</summary>
internal sealed partial record BotRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Far beyond any run here: a bot that hangs fails the test.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(100);

    /// <summary>What the bot says of its metrics would be counted among the alerts of a test.</summary>
    private static readonly Dictionary<string, string> s_quiet = new()
    {
        ["WebhookAlerts__ThresholdInterval"] = "01:00:00",
    };

    /// <summary>The lines that give the account.</summary>
    public IReadOnlyList<string> LedgerLines
        => [.. Output.Split('\n').Where(line => line.StartsWith("ledger: ", StringComparison.Ordinal))];

    /// <summary>A count of the one ledger line.</summary>
    public long Ledger(string name)
    {
        var line = Assert.Single(LedgerLines);
        Assert.Matches(LedgerLine(), line);
        return long.Parse(
            Regex.Match(line, $@"\b{name}=(\d+)").Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Runs the bot.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What is piped in; nothing else is.</param>
    /// <param name="variables">Environment variables; those of this process that would lead alerts elsewhere are
    /// unset. Unless they say otherwise the bot looks at no metrics.</param>
    public static async Task<BotRun> StartAsync(
        string[] arguments, string input = "", IReadOnlyDictionary<string, string>? variables = null)
    {
        using var process = Process.Start(StartInfo(arguments, variables))!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return new BotRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static ProcessStartInfo StartInfo(string[] arguments, IReadOnlyDictionary<string, string>? variables)
    {
        var start = new ProcessStartInfo("dotnet", [BotPath(), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfAlerts).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in s_quiet.Concat(variables ?? new Dictionary<string, string>()))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsOfAlerts(string variable) => variable.StartsWith("WEBHOOK_", StringComparison.Ordinal);

    private static string BotPath()
        => typeof(BotRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "StatsBotPath").Value!;

    [GeneratedRegex(@"^ledger: raised=\d+ refused=\d+ accepted=\d+ delivered=\d+ coalesced=\d+ "
        + @"dropped=\d+ spooled=\d+ pending=\d+\r?$")]
    private static partial Regex LedgerLine();
}
