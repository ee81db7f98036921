using System.Diagnostics;
using System.Runtime.Versioning;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>A process whose fallback file is another user's.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OtherUserTests : IDisposable
{
    private const UnixFileMode Everybodys = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AFileThatAnotherUserLeftOpenToAllTakesNoAlert()
    {
        Assert.SkipUnless(
            Environment.UserName == "root" && File.Exists("/usr/bin/setpriv"), "Only root starts processes of others.");
        var file = Path.Combine(_folder.FullName, "alerts.jsonl");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(file, Everybodys);
        File.SetUnixFileMode(
            _folder.FullName,
            Everybodys | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

        var (output, errors) = await RunAsNobodyAsync(file);

        Assert.Contains("ready", output, StringComparison.Ordinal);
        Assert.Contains("(it is another user's, and others may read it)", errors, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(file).Length);
    }

    private async Task<(string Output, string Errors)> RunAsNobodyAsync(string file)
    {
        var start = new ProcessStartInfo(
            "/usr/bin/setpriv",
            ["--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", CopyProgram(), "return"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["WEBHOOK_FALLBACK_PATH"] = file, ["WEBHOOK_ERROR_URL"] = "" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await output, await errors);
    }

    /// <summary>Copies the program to where others may read it: what is built may lie in a user's own folder.</summary>
    private string CopyProgram()
    {
        var program = new FileInfo(Child.ProgramPath());
        var copies = _folder.CreateSubdirectory("program");
        File.SetUnixFileMode(copies.FullName, File.GetUnixFileMode(_folder.FullName));
        foreach (var file in program.Directory!.EnumerateFiles())
        {
            var copy = file.CopyTo(Path.Combine(copies.FullName, file.Name));
            copy.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        }

        return Path.Combine(copies.FullName, program.Name);
    }
}
