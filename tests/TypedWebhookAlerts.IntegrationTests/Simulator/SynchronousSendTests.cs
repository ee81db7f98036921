using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>The send of a process that crashes: over real HTTP, on one thread.</summary>
public sealed class SynchronousSendTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ItIsAnsweredOnTheCallingThread()
    {
        await using var discord = new DiscordSimulator();
        await discord.ListenAsync(TestContext.Current.CancellationToken);
        var webhook = discord.AddWebhook();
        using var sender = new WebhookSender(Trusting(discord));
        var url = Url(discord, webhook);

        var posted = sender.Execute(url, new MessageBody("""{"content":"last words"}"""u8.ToArray()), s_timeout);
        var refused = sender.Execute(url, new MessageBody("{}"u8.ToArray()), s_timeout);

        Assert.Equal((ResponseKind.Confirmed, 200), (posted.Kind, posted.Status));
        Assert.Equal($"{webhook.Messages.Single().Id}", posted.Id);
        Assert.Equal((ResponseKind.Rejected, 50006), (refused.Kind, refused.Code));
    }

    [Fact]
    public async Task WithoutAnAnswerInTimeItIsUnconfirmed()
    {
        await using var discord = new DiscordSimulator(new DiscordSimulatorOptions
        {
            TimeProvider = new VirtualTime(),
            RoundTrip = TimeSpan.FromHours(1),
        });
        await discord.ListenAsync(TestContext.Current.CancellationToken);
        using var sender = new WebhookSender(Trusting(discord));
        var body = new MessageBody("""{"content":"last words"}"""u8.ToArray());

        var answer = sender.Execute(Url(discord, discord.AddWebhook()), body, TimeSpan.FromMilliseconds(50));

        Assert.Equal(ResponseKind.Unconfirmed, answer.Kind);
    }

    [Fact]
    public async Task WhateverAHandlerThrowsIsAnAnswer()
    {
        await using var discord = new DiscordSimulator();
        using var sender = new WebhookSender(new WebhookAlertOptions { HttpMessageHandler = () => new NoHandler() });

        var answer = sender.Execute(
            Url(discord, discord.AddWebhook()), new MessageBody("{}"u8.ToArray()), s_timeout);

        Assert.Equal((ResponseKind.Transient, nameof(NotSupportedException)), (answer.Kind, answer.Failure));
    }

    private static WebhookAlertOptions Trusting(DiscordSimulator discord)
        => new() { TrustedHosts = { discord.Host } };

    private static WebhookUrl Url(DiscordSimulator discord, SimulatedWebhook webhook)
    {
        Assert.Null(WebhookUrl.TryParse(webhook.Url, [discord.Host], out var url));
        return url!;
    }

    /// <summary>One that can only wait, as most that users write.</summary>
    private sealed class NoHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage());
    }
}
