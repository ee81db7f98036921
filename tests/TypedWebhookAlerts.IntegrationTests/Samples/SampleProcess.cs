using System.Diagnostics;
using System.Reflection;
using System.Text;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Samples;

/// <summary>A small sample as its users have it: a process, led to a Discord on loopback by variables.</summary>
internal sealed class SampleProcess : IDisposable
{
    /// <summary>Far beyond any run here: a sample that hangs fails the test.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(100);

    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly CancellationTokenSource _patience =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private SampleProcess(Process process)
    {
        _process = process;
        _patience.CancelAfter(s_patience);
    }

    /// <summary>What it wrote until now, to both of its outputs.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a sample, in a folder of its own.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="discord">Listens on loopback; null leaves every route without an address.</param>
    /// <param name="error">The webhook of the route <c>error</c>.</param>
    /// <param name="arguments">The command line.</param>
    public static SampleProcess Start(
        string name, string folder, DiscordSimulator? discord, SimulatedWebhook? error, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf(name), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var other in start.Environment.Keys
            .Where(variable => variable.StartsWith("WEBHOOK_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(other);
        }

        if (discord is not null)
        {
            start.Environment["WEBHOOK_ERROR_URL"] = error!.Url;
            start.Environment["WEBHOOK_TRUSTED_HOSTS"] = discord.Host;
        }

        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        await _process.WaitForExitAsync(_patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Reads its standard output to the first line with a text.</summary>
    /// <returns>What follows the text.</returns>
    public async Task<string> ReadToAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(_patience.Token) is { } line)
        {
            Add(line);
            if (line.IndexOf(text, StringComparison.Ordinal) is var place and >= 0)
            {
                return line[(place + text.Length)..];
            }
        }

        throw new EndOfStreamException($"It ended without '{text}':\n{Output}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _patience.Dispose();
    }

    private static string PathOf(string name)
        => typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == $"{name}Path").Value!;

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(_patience.Token) is { } line)
        {
            Add(line);
        }
    }

    private void Add(string line)
    {
        lock (_output)
        {
            _output.Append(line).Append('\n');
        }
    }
}
