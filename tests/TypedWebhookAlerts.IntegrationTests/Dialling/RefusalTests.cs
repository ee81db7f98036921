using System.Net;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.IntegrationTests.Reloading;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Dialling;

/// <summary>What becomes of alerts whose webhook may not be dialled.</summary>
public sealed class RefusalTests
{
    private const string Words = "its name leads to an address that is not public, and TrustedHosts does not name it";

    [Fact]
    public async Task ANameThatLeadsInsideIsOutlastedSaidWithoutItAndForgottenOnceItIsMended()
    {
        var said = new List<string>();
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = new HostileLogger(
            (_, state) => said.Add(state?.ToString() ?? "")));
        run.Faults.Outage = (request, _) => throw new HttpRequestException(
            HttpRequestError.ConnectionError, request.RequestUri!.AbsoluteUri, new RefusedAddressException());
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));

        var health = run.Pipeline.Health;
        Assert.Equal((RouteState.Broken, Words), (health.Routes["error"].State, health.Routes["error"].Reason));
        Assert.Contains($"Route error is left alone, as its webhook fails ({Words}).", health.Reasons);
        Assert.Single(said, line => line.Contains($"fails ({Words})", StringComparison.Ordinal));
        Assert.All([.. said, .. health.Reasons], line =>
        {
            Assert.DoesNotContain("discord.com", line, StringComparison.Ordinal);
            Assert.DoesNotContain(new Uri(run.Error.Url).AbsolutePath, line, StringComparison.Ordinal);
        });

        run.Faults.Heal();

        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));
        Assert.Equal((1, 1), (run.Shown, run.Pipeline.Ledger.Delivered));
        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["error"].State);
    }

    [Fact]
    public async Task WhileItLeadsInsideTheRouteAfterItTakesTheAlerts()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.Routes["error"].Fallback = "info";
        });
        run.Faults.Outage = (request, _)
            => request.RequestUri!.AbsolutePath.Contains($"/{run.Error.Id}/", StringComparison.Ordinal)
                ? throw new HttpRequestException(HttpRequestError.ConnectionError, null, new RefusedAddressException())
                : null;
        run.Pipeline.Numbered(1);

        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
        Assert.Empty(run.Error.Messages);
    }

    [Fact]
    public async Task WhatWaitsForAHostThatAReloadDoesNotTrustGoesWhereItsRouteLeadsNow()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.TrustedHosts.Add("relay.example");
            options.Route("error", "https://relay.example/api/webhooks/1/token");
        });
        var asked = 0;
        run.Faults.Outage = (request, _) =>
        {
            if (request.RequestUri!.Host != "relay.example")
            {
                return null;
            }

            asked++;
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        };
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(30));
        var before = asked;

        // The route leads to Discord again.
        run.Reload(_ => { });
        run.Pipeline.Numbered(2);

        Assert.True(run.Flush(TimeSpan.FromMinutes(30)));
        Assert.Equal((2, 2), (run.Shown, run.Pipeline.Ledger.Delivered));
        Assert.True(before > 0);
        Assert.Equal(before, asked);
    }

    [Fact]
    public async Task WhatWaitsForAHostThatIsTrustedNoMoreAndHasNoRouteIsNotSentToIt()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.TrustedHosts.Add("relay.example");
            options.Route("info", "https://relay.example/api/webhooks/1/token");
        });
        var asked = 0;
        run.Faults.Outage = (request, _) =>
        {
            asked += request.RequestUri!.Host == "relay.example" ? 1 : 0;
            return request.RequestUri.Host == "relay.example"
                ? new HttpResponseMessage(HttpStatusCode.BadGateway)
                : null;
        };
        run.Pipeline.Send(Microsoft.Extensions.Logging.LogLevel.Information, "for the relay");
        run.Run(TimeSpan.FromSeconds(30));
        var before = asked;

        run.Reload(_ => { });
        run.Run(TimeSpan.FromHours(1));

        Assert.True(before > 0);
        Assert.Equal(before, asked);
        Assert.Equal(1, run.Pipeline.Ledger.Dropped);
        run.Pipeline.AssertSettled();
    }
}
