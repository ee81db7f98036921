using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>A process with the library in it. It raises the numbers 1 to 25 and a Critical, says that it has, and ends
/// as it is told.</summary>
internal sealed class Child : IDisposable
{
    /// <summary>Far beyond any run here: a child that hangs fails the test.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _patience =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private Child(ProcessStartInfo start)
    {
        _patience.CancelAfter(s_patience);
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(_patience.Token);
    }

    /// <summary>What every child raises, as Discord shows it.</summary>
    public static IEnumerable<string> Alerts { get; } =
        [.. Enumerable.Range(1, 25).Select(number => $"Number {number}"), "Database db-1 does not answer"];

    /// <summary>Where the program is.</summary>
    public static string ProgramPath()
        => typeof(Child).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "ChildProcessPath").Value!;

    /// <summary>Starts a child and waits until it has raised its alerts.</summary>
    /// <param name="url">Its webhook.</param>
    /// <param name="file">Its fallback file.</param>
    /// <param name="arguments">How it ends, and what it does before.</param>
    public static async Task<Child> StartAsync(string url, string file, params string[] arguments)
    {
        var child = new Child(StartInfo(url, file, arguments));
        try
        {
            await child.ReadAsync("ready");
        }
        catch
        {
            child.Dispose();
            throw;
        }

        return child;
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="signal">Its name, such as TERM.</param>
    public void Kill(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code: 128 and the signal's number, if a signal ended it.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(_patience.Token);
        return _process.ExitCode;
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

    /// <summary>Waits until it says something.</summary>
    public async Task ReadAsync(string awaited)
    {
        string? line;
        do
        {
            line = await _process.StandardOutput.ReadLineAsync(_patience.Token);
            if (line is null)
            {
                Assert.Fail($"The child ended before it was {awaited}: " + await _errors);
            }
        }
        while (line != awaited);
    }

    private static ProcessStartInfo StartInfo(string url, string file, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (IgnoresSignals())
        {
            // A child inherits what, say, nohup made this process ignore.
            start = new ProcessStartInfo("env", ["--default-signal=HUP,INT,QUIT,TERM", "dotnet", .. start.ArgumentList])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
        }

        foreach (var name in start.Environment.Keys.Where(IsOfAlerts).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["WEBHOOK_ERROR_URL"] = url;
        start.Environment["WEBHOOK_TRUSTED_HOSTS"] = new Uri(url).Authority;
        start.Environment["WEBHOOK_FALLBACK_PATH"] = file;

        if (arguments.Contains("fixed"))
        {
            // A pool whose number of threads nobody can change afterwards.
            start.Environment["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "2";
            start.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "2";
        }

        // A crash is on purpose here, and leaves no dump.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    private static bool IsOfAlerts(string variable) => variable.StartsWith("WEBHOOK_", StringComparison.Ordinal);

    private static bool IgnoresSignals()
    {
        const string Field = "SigIgn:";
        const ulong HangUpInterruptQuitTerminate = (1 << 0) | (1 << 1) | (1 << 2) | (1 << 14);
        return File.Exists("/proc/self/status")
            && File.ReadLines("/proc/self/status").FirstOrDefault(
                line => line.StartsWith(Field, StringComparison.Ordinal))
                is { } line
            && (Convert.ToUInt64(line[Field.Length..].Trim(), 16) & HangUpInterruptQuitTerminate) != 0;
    }
}
