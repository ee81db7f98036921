using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>A simulator in virtual time, with a webhook and a caller.</summary>
public abstract class SimulatorTest : IAsyncDisposable
{
    private readonly Caller _caller;

    protected SimulatorTest(DiscordSimulatorOptions? options = null)
    {
        options ??= new DiscordSimulatorOptions();
        options.TimeProvider = Time;
        Discord = new DiscordSimulator(options);
        Webhook = Discord.AddWebhook();
        _caller = new Caller(Discord.CreateHandler());
    }

    private protected VirtualTime Time { get; } = new();

    private protected DiscordSimulator Discord { get; }

    private protected SimulatedWebhook Webhook { get; }

    private protected Caller Caller => _caller;

    /// <summary>Options under which no window is ever full.</summary>
    protected static DiscordSimulatorOptions WithoutWindows() => new()
    {
        WebhookLimit = int.MaxValue,
        ChannelLimit = int.MaxValue,
        GlobalLimit = int.MaxValue,
    };

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _caller.Dispose();
        await Discord.DisposeAsync();
    }
}
