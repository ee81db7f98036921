using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Recording;

/// <summary>The tests that the README shows under "Testing your alerts", as they stand there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void ALostGatewayIsAnAlert()
    {
        using var recorder = AlertRecorder.Start();

        new Gateway().Disconnect(shard: 3);

        var alert = recorder.Single(nameof(BotAlerts.ShardDisconnected));
        Assert.Equal(3, alert.Get<int>("shard"));
        Assert.Equal("Shard 3 lost its gateway: asked to reconnect", alert.Text);
    }

    [Fact]
    public async Task AnOutageOfDiscordLosesNothing()
    {
        await using var run = SimulatedRun.Start();
        run.Discord.Faults.Until(run.Time.GetUtcNow().AddMinutes(1)).AnswerWith(Fault.Unavailable);

        new Gateway().Disconnect(shard: 3);
        run.Run(TimeSpan.FromMinutes(5));

        run.Discord.ExpectSingle("Shard 3 lost its gateway");
        run.Discord.Expect429s(0);
    }

    private sealed class Gateway
    {
#pragma warning disable CA1822 // as in the README: the code under test
        public void Disconnect(int shard) => BotAlerts.ShardDisconnected(shard, "asked to reconnect");
#pragma warning restore CA1822
    }
}
