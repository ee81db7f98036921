using System.Diagnostics;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Mutations;

/// <summary>Runs the <c>dotnet</c> that runs these tests.</summary>
internal static class DotNet
{
    /// <summary>Only to end a process that would hang: nothing is measured by it.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromMinutes(5);

    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, IReadOnlyList<string> arguments, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(s_watchdog);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
