using System.Diagnostics;
using Xunit;

namespace TypedWebhookAlerts.PackageTests.Packing;

/// <summary>Runs programs in a folder, as a user's shell would: without what the runner of the tests has set.</summary>
internal sealed class Command(string folder, IReadOnlyDictionary<string, string> variables)
{
    /// <summary>Far beyond any command here: one that hangs fails the test.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    public Task<CommandResult> DotNetAsync(params string[] arguments) => RunAsync("dotnet", arguments);

    public async Task<CommandResult> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(program, arguments))!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new CommandResult(process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private ProcessStartInfo StartInfo(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(LeadsAstray).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool LeadsAstray(string variable)
        => variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || variable.StartsWith("WEBHOOK_", StringComparison.Ordinal);
}
