using System.Net;
using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Samples;

/// <summary>The small samples, run as their users run them.</summary>
public sealed class HelloTests : IAsyncLifetime
{
    private readonly DiscordSimulator _discord = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hello-");
    private readonly SimulatedWebhook _error;

    public HelloTests() => _error = _discord.AddWebhook("Hello");

    private IEnumerable<SimulatedEmbed> Shown => _error.Messages.SelectMany(message => message.Embeds);

    public async ValueTask InitializeAsync() => await _discord.ListenAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("HelloAlerts")]
    [InlineData("HelloWeb")]
    [InlineData("HelloTelemetry")]
    public void EachIsShorterThanSixtyLines(string sample)
    {
        var files = Directory.GetFiles(FolderOf(sample), "*.cs");

        Assert.InRange(files.Sum(file => File.ReadLines(file).Count()), 1, 59);
    }

    [Fact]
    public async Task TheConsoleProgramTellsOfTheFileThatItCannotRead()
    {
        using var sample = SampleProcess.Start("HelloAlerts", _folder.FullName, _discord, _error, "missing.txt");

        Assert.Equal(0, await sample.EndAsync());

        Assert.Equal(
            ["📄 File unreadable", "All files are read"], Shown.Select(embed => embed.Title ?? embed.Description));
        Assert.Contains("ledger: raised=2", sample.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Set WEBHOOK_ERROR_URL", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAWebhookTheConsoleProgramSaysWhatToSetAndKeepsItsAlertsInAFile()
    {
        using var sample = SampleProcess.Start("HelloAlerts", _folder.FullName, discord: null, error: null);

        Assert.Equal(0, await sample.EndAsync());

        Assert.Contains("Set WEBHOOK_ERROR_URL", sample.Output, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadLines(Path.Combine(_folder.FullName, "webhook-alerts.jsonl")).Count());
    }

    [Fact]
    public async Task TheWebProgramMakesAlertsOfItsCallsAndOfItsLogAndTellsItsHealth()
    {
        using var sample = SampleProcess.Start(
            "HelloWeb", _folder.FullName, _discord, _error, "--urls", "http://127.0.0.1:0",
            "--contentRoot", FolderOf("HelloWeb"), "--WebhookAlerts:Fallback:Path", "");
        using var client = new HttpClient { BaseAddress = new Uri(await sample.ReadToAsync("Now listening on: ")) };
        var cancellation = TestContext.Current.CancellationToken;
        var twoAreShown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _discord.MessageChanged += _ =>
        {
            if (Shown.Count() == 2)
            {
                twoAreShown.TrySetResult();
            }
        };

        using var order = await client.PostAsync("orders/tea?count=500", content: null, cancellation);
        using var failure = await client.GetAsync("fail", cancellation);
        var routes = await client.GetStringAsync("routes", cancellation);
        var health = await client.GetStringAsync("health", cancellation);
        await twoAreShown.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellation);

        Assert.Equal(HttpStatusCode.OK, order.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, failure.StatusCode);
        Assert.Contains("webhook 'Hello' in channel", routes, StringComparison.Ordinal);
        Assert.Equal("Healthy", health);
        Assert.Contains(Shown, embed => embed.Title == "📦 A large order");
        Assert.Contains(
            Shown, embed => embed.Description!.Contains("The shop is closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheTelemetryProgramExportsTheRequestsAndTheLedger()
    {
        using var sample = SampleProcess.Start("HelloTelemetry", _folder.FullName, _discord, _error);

        Assert.Equal(0, await sample.EndAsync());

        Assert.Equal(2, Shown.Count());
        Assert.Contains("POST error", sample.Output, StringComparison.Ordinal);
        Assert.Contains("webhook_alerts.exported", sample.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_error.Url, sample.Output, StringComparison.Ordinal);
    }

    private static string FolderOf(string sample, [CallerFilePath] string file = "")
        => Path.Combine(Path.GetDirectoryName(file)!, "../../../samples", sample);
}
