using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A lane that throws, which is a defect of ours, goes on.</summary>
public sealed class DefectTests : IAsyncDisposable
{
    private readonly VirtualTime _time = new();
    private readonly FakeLogger _log = new();
    private readonly OutcomeCounters _ledger = new();
    private readonly OutcomeCounters _route = new("error");
    private readonly DiscordSimulator _discord;
    private readonly WebhookSender _sender;
    private readonly DeliveryLane _lane;

    public DefectTests()
    {
        _discord = new DiscordSimulator(new DiscordSimulatorOptions { TimeProvider = _time });
        var options = new WebhookAlertOptions { TimeProvider = _time, HttpMessageHandler = _discord.CreateHandler };
        options.Fallback.Path = null;
        WebhookUrl.TryParse(_discord.AddWebhook("error").Url, options.TrustedHosts, out var url);
        _sender = new WebhookSender(options);
        var chain = new FallbackChain(new FallbackLog(options.Fallback, null, _time, _log), _log);
        var windows = new ChannelWindows(30, InvalidRequestBudget.Of(_time), _log);
        var formatter = new DiscordEmbedFormatter(new RenderingOptions());
        _lane = new DeliveryLane(
            url!, MessageFrame.None, options, options.TimeProvider, _sender, windows, chain, formatter, _log);
        _lane.Start(_ => { });
    }

    public async ValueTask DisposeAsync()
    {
        await _lane.DisposeAsync();
        _sender.Dispose();
        await _discord.DisposeAsync();
    }

    [Fact]
    public void ItIsRestartedWithItsAlertsAndWhatItFailsOfIsGivenUpAndThatIsSaidOnce()
    {
        int[] poison = [3, 4, 8];
        for (var i = 0; i < 10; i++)
        {
            _lane.Enqueue(Copy(i, isPoison: poison.Contains(i)));
        }

        Run(TimeSpan.FromMinutes(10));

        Assert.Equal(
            Enumerable.Range(0, 10).Except(poison).Select(i => $"{i}"),
            _discord.Messages
                .SelectMany(message => message.Embeds)
                .Where(embed => !VirtualRun.IsNote(embed))
                .Select(embed => embed.Description));
        Assert.Equal((7, 3), (_ledger.Delivered, _ledger.Dropped[DropReason.Undeliverable]));
        Assert.Empty(_lane.Snapshot());
        Assert.Single(_log.Collector.GetSnapshot(), entry => entry.Level == LogLevel.Critical);

        Assert.Contains(_discord.Messages, message => VirtualRun.IsNote(message.Embeds[0]));
    }

    [Fact]
    public void BetweenItsFailuresItBacksOff()
    {
        for (var i = 0; i < 40; i++)
        {
            _lane.Enqueue(Copy(i, isPoison: true));
        }

        Run(TimeSpan.FromMinutes(1));
        Assert.InRange(_ledger.Dropped[DropReason.Undeliverable], 1, 10);
        Run(TimeSpan.FromHours(3));

        Assert.Equal(40, _ledger.Dropped[DropReason.Undeliverable]);
        Assert.Empty(_lane.Snapshot());
    }

    private AlertCopy Copy(int number, bool isPoison)
    {
        var json = System.Text.Encoding.UTF8.GetBytes($$"""{"description":"{{number}}"}""");
        var alert = new RenderedAlert(
            json, isPoison ? json.Length + 1 : json.Length - 2, codePoints: 1, isEmbed: true, isCounterAlone: false);
        var origin = new AlertOrigin("Tests.Alert", 1, LogLevel.Error, _time.GetUtcNow());
        var copy = new AlertCopy(new AlertAccount(_ledger, origin), _route, alert, refused: 0);
        copy.Account.Add(copy);
        return copy;
    }

    private void Run(TimeSpan time)
    {
        var end = _time.GetUtcNow() + time;
        while (_time.GetUtcNow() < end)
        {
            Assert.True(SpinWait.SpinUntil(() => _lane.IsResting, TimeSpan.FromSeconds(30)));
            if (!_time.AdvanceToNext(end - _time.GetUtcNow()))
            {
                _time.Advance(end - _time.GetUtcNow());
            }
        }

        Assert.True(SpinWait.SpinUntil(() => _lane.IsResting, TimeSpan.FromSeconds(30)));
    }
}
