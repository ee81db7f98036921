using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>The host's configuration is a file that somebody edits.</summary>
public sealed class ConfigurationFileTests : IDisposable
{
    /// <summary>In real time, and only to end a test that would hang: .NET watches the file.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");

    /// <summary>How often options were made.</summary>
    private int _calls;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "appsettings.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AnEditedFileIsTakenWhileRunning()
    {
        await using var run = await StartAsync(Section("""{ "MinimumLevel": "Debug" }"""));
        Assert.True(run.Pipeline.Numbered(1));

        await EditAsync(Section("""{ "MinimumLevel": "Critical" }"""));
        await RunUntilAsync(run, () => run.Reloads() == 1);

        Assert.False(run.Pipeline.Numbered(2));
    }

    [Fact]
    public async Task AFileThatIsSavedUnchangedReloadsNothing()
    {
        var text = Section("""{ "MinimumLevel": "Debug" }""");
        await using var run = await StartAsync(text);

        await EditAsync(text + "\n");
        await RunUntilAsync(run, () => _calls > 1);

        Assert.Equal(0, run.Reloads());
        Assert.Empty(run.Warnings());
    }

    /// <summary>.NET drops all that a file said which it cannot read any more.</summary>
    [Fact]
    public async Task AFileThatIsHalfWrittenOrGoneLeavesTheLastGoodOptions()
    {
        await using var run = await StartAsync(Section("""{ "MinimumLevel": "Error" }"""), routes: []);

        await EditAsync("""{ "WebhookAlerts": { "MinimumLevel": "Crit""");
        await RunUntilAsync(run, () => _calls > 1);
        Assert.True(run.Pipeline.Numbered(1));
        Assert.False(run.Pipeline.LowOn("memory"));

        var calls = _calls;
        System.IO.File.Delete(File);
        await RunUntilAsync(run, () => _calls > calls);
        Assert.False(run.Pipeline.LowOn("memory"));

        await EditAsync(Section("""{ "MinimumLevel": "Warning" }"""));
        await RunUntilAsync(run, () => run.Reloads() == 1);
        Assert.True(run.Pipeline.LowOn("memory"));
    }

    private static string Section(string text) => $$"""{ "WebhookAlerts": {{text}} }""";

    private async Task<HostRun> StartAsync(string text, string[]? routes = null)
    {
        await System.IO.File.WriteAllTextAsync(File, text, Cancelled);
        var run = new HostRun(
            routes: routes,
            configure: builder =>
            {
                // All that the run itself sets is in memory; the file is to be all that there is of the section.
                if (routes is { Length: 0 })
                {
                    builder.Configuration.Sources.Clear();
                }

                builder.Configuration.Add<JsonConfigurationSource>(source =>
                {
                    source.FileProvider = new PhysicalFileProvider(_folder.FullName);
                    source.Path = Path.GetFileName(File);
                    source.ReloadOnChange = true;
                    source.OnLoadException = failure => failure.Ignore = true;
                });
            },
            options: options =>
            {
                Interlocked.Increment(ref _calls);
                options.Fallback.Path = null;
                options.VerifyOnStart = false;
                options.SystemStatus.Started = options.SystemStatus.Stopping = false;
            });
        await run.StartAsync(Cancelled);
        return run;
    }

    /// <summary>Replaces the file at one stroke, as a careful editor does.</summary>
    private async Task EditAsync(string text)
    {
        await System.IO.File.WriteAllTextAsync(File + ".new", text, Cancelled);
        System.IO.File.Move(File + ".new", File, overwrite: true);
    }

    /// <summary>Lets virtual time pass until .NET, in real time, has seen the file.</summary>
    private static async Task RunUntilAsync(HostRun run, Func<bool> isDone)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!isDone())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < s_patience, "The file's change was not seen.");
            run.Run(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
