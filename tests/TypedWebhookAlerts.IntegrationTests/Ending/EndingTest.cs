using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>A Discord over HTTP on loopback, others that do not answer, and a fallback file: where a child's alerts can
/// end.</summary>
public abstract class EndingTest : IAsyncLifetime
{
    /// <summary>What a crash answers where there are signals: it aborts.</summary>
    protected const int Aborted = 134;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");
    private readonly TcpListener _hanging = new(IPAddress.Loopback, port: 0);
    private readonly DiscordSimulator _discord = new();

    protected string FallbackFile => Path.Combine(_folder.FullName, "alerts.jsonl");

    /// <summary>The webhook of a Discord that answers.</summary>
    protected string Answering { get; private set; } = "";

    /// <summary>The webhook of one that takes every request and answers none.</summary>
    protected string Hanging => $"http://{_hanging.LocalEndpoint}/api/webhooks/1/token";

    /// <summary>The webhook of one that takes no connection.</summary>
    protected string Refusing { get; private set; } = "";

    /// <summary>The descriptions of the alerts in the channel, or their titles where they have none.</summary>
    protected IEnumerable<string?> Shown => Embeds.Select(embed => embed.Description ?? embed.Title);

    /// <summary>The alerts in the channel.</summary>
    protected IEnumerable<SimulatedEmbed> Embeds => _discord.Messages.SelectMany(message => message.Embeds);

    public async ValueTask InitializeAsync()
    {
        await _discord.ListenAsync(TestContext.Current.CancellationToken);
        Answering = _discord.AddWebhook().Url;
        _hanging.Start();
        using var gone = new TcpListener(IPAddress.Loopback, port: 0);
        gone.Start();
        Refusing = $"http://{gone.LocalEndpoint}/api/webhooks/1/token";
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _hanging.Dispose();
        await _discord.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Starts a child that delivers to one of the webhooks.</summary>
    private protected Task<Child> StartAsync(string url, params string[] arguments)
        => Child.StartAsync(url, FallbackFile, arguments);

    /// <summary>Runs a child to its end.</summary>
    /// <returns>Its exit code.</returns>
    private protected async Task<int> RunAsync(string url, params string[] arguments)
    {
        using var child = await StartAsync(url, arguments);
        return await child.EndAsync();
    }

    protected static void AssertCrashed(int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.NotEqual(0, exitCode);
        }
        else
        {
            Assert.Equal(Aborted, exitCode);
        }
    }

    /// <summary>Asserts that each alert is once in the channel, or else once in the file.</summary>
    private protected void AssertAllAreThereOnce(IEnumerable<string> alerts)
        => Assert.Equal(alerts.Order(), Shown.Concat(Kept().Select(line => line.Description)).Order());

    /// <summary>The lines of the file but for those whose alerts were delivered after all.</summary>
    private protected IReadOnlyList<KeptAlert> Kept()
    {
        var lines = Lines();
        var delivered = lines.Where(line => line.TryGetProperty("delivered", out _))
            .SelectMany(line => line.GetProperty("delivered").EnumerateArray())
            .Select(id => id.GetString())
            .ToHashSet();
        return [.. lines.Where(line => line.TryGetProperty("alert", out _))
            .Where(line => !delivered.Contains(line.GetProperty("id").GetString()))
            .Select(KeptAlert.Read)];
    }

    /// <summary>Every alert of the file, whatever became of it.</summary>
    private protected IReadOnlyList<KeptAlert> Written()
        => [.. Lines().Where(line => line.TryGetProperty("alert", out _)).Select(KeptAlert.Read)];

    private List<JsonElement> Lines()
        => File.Exists(FallbackFile)
            ? [.. File.ReadLines(FallbackFile).Select(line => JsonDocument.Parse(line).RootElement)]
            : [];
}
