using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Asks the routes' webhooks for their names and channels. Whatever happens is an answer, never an
/// exception.</summary>
/// <param name="table">The routes that there are then.</param>
/// <param name="sender">Knows how long a request may take.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where <see cref="LogAsync"/> says where routes lead.</param>
internal sealed class RouteChecks(Func<RouteTable> table, WebhookSender sender, TimeProvider time, ILogger log)
{
    /// <summary>What a lane may be busy with before it asks, besides the request itself.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>So many reloads may come meanwhile.</summary>
    private const int MostTables = 5;

    /// <summary>Asks each webhook once, however many routes lead to it.</summary>
    /// <param name="isAnew">Whether the answer to a lane's first question will not do.</param>
    /// <param name="cancellation">Ends the wait; the lanes go on.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<RouteCheck>> AskAsync(bool isAnew, CancellationToken cancellation)
    {
        var asked = new Dictionary<DeliveryLane, Task<WebhookResponse?>>();
        RouteTable routes;
        var left = MostTables;
        do
        {
            // A reload meanwhile makes another table, and lanes of this one may end without an answer.
            routes = table();
            foreach (var lane in routes.Lanes.DistinctBy(lane => lane.Webhook))
            {
                if (!asked.ContainsKey(lane))
                {
                    asked[lane] = AskAsync(lane, isAnew, cancellation);
                }
            }

            await Task.WhenAll(asked.Values).ConfigureAwait(false);
        }
        while (routes != table() && --left > 0);

        return Describe(routes, asked);
    }

    private static IReadOnlyList<RouteCheck> Describe(
        RouteTable routes, Dictionary<DeliveryLane, Task<WebhookResponse?>> asked)
    {
        var lanes = routes.Routes.ToDictionary(
            route => route.Name, route => route.Lane, StringComparer.OrdinalIgnoreCase);
        var answers = routes.Lanes
            .DistinctBy(lane => lane.Webhook)
            .ToDictionary(lane => lane.Webhook, lane => asked[lane]);
        return
        [
            .. from route in routes.DescribeHealth()
               orderby route.Value.State == RouteState.Off
               let lane = lanes.GetValueOrDefault(route.Key)
               select lane is null
                   ? new RouteCheck
                   {
                       Route = route.Key,
                       State = route.Value.State,
                       IsReachable = false,
                       Reason = "no address",
                   }
                   : Describe(route.Key, route.Value, answers[lane.Webhook].Result),
        ];
    }

    /// <summary>Says in the log where each route leads, as far as the lanes' first questions tell.</summary>
    public async Task LogAsync()
    {
        foreach (var check in await AskAsync(isAnew: false, CancellationToken.None).ConfigureAwait(false))
        {
            switch (check)
            {
                case { State: RouteState.Off }:
                    // Said at the start already.
                    break;
                case { IsReachable: true, WebhookName: { } name, ChannelId: { } channel }:
                    log.RouteLeadsTo(check.Route, name, channel);
                    break;
                case { IsReachable: true }:
                    log.RouteAnswers(check.Route);
                    break;
                case { State: RouteState.Dead }:
                    log.RouteIsDead(check.Route, check.Reason);
                    break;
                default:
                    log.RouteIsNotReached(check.Route, check.Reason);
                    break;
            }
        }
    }

    private async Task<WebhookResponse?> AskAsync(DeliveryLane lane, bool isAnew, CancellationToken cancellation)
    {
        var answer = lane.CheckAsync(isAnew);
        try
        {
            return await answer.WaitAsync(sender.Timeout + s_patience, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It may have come in the last moment.
            return answer.IsCompletedSuccessfully ? answer.Result : null;
        }
    }

    private static RouteCheck Describe(string name, RouteHealth health, WebhookResponse? answer)
    {
        var isReachable = answer?.Kind == ResponseKind.Confirmed;
        return new RouteCheck
        {
            Route = name,
            State = health.State,
            IsReachable = isReachable,
            WebhookName = isReachable ? answer!.Name : null,
            ChannelId = isReachable && ulong.TryParse(
                answer!.ChannelId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            Reason = isReachable ? null : answer?.Reason ?? health.Reason ?? "no answer",
        };
    }
}
