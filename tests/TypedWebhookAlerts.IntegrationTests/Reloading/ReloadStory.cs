using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Reloading;

/// <summary>A run in which alerts are raised, webhooks fail, and options are reloaded.</summary>
internal sealed partial class ReloadStory
{
    private static readonly string[] s_routes = ["error", "info", "member-events"];

    private readonly SimulatedWebhook[] _webhooks;
    private readonly ulong _thread;
    private readonly List<AlertIncident> _open = [];
    private int _number;

    public ReloadStory(TimeSpan roundTrip)
    {
        var webhooks = new SimulatedWebhook[4];
        Run = new VirtualRun(
            (options, discord) =>
            {
                webhooks[0] = discord.Find("error") ?? discord.AddWebhook("error");
                webhooks[1] = discord.AddWebhook("second");
                webhooks[2] = discord.AddWebhook("third", webhooks[1].ChannelId);
                webhooks[3] = discord.AddWebhook("fourth", isForum: true);
                options.Route("error", webhooks[0].Url);
                options.CoalesceWindow = TimeSpan.FromSeconds(60);
            },
            roundTrip);
        _webhooks = webhooks;
        _thread = webhooks[1].AddThread("aside").Id;
    }

    public VirtualRun Run { get; }

    /// <summary>The calls that were accepted.</summary>
    public long Raised { get; private set; }

    /// <summary>How many webhooks the options name.</summary>
    public int Places { get; private set; } = 1;

    public void Let(ReloadEvent happening)
    {
        switch (happening.What)
        {
            case ReloadEvent.Of.Raise:
                Raise(happening.Choose(4), 1 + happening.Choose(20, digit: 1));
                break;
            case ReloadEvent.Of.Repeat:
                Repeat("w" + happening.Choose(3), 1 + happening.Choose(5, digit: 1));
                break;
            case ReloadEvent.Of.Incident:
                Tell(happening.Choose(3), happening.Choose(5, digit: 1));
                break;
            case ReloadEvent.Of.Fault:
                Fail(happening);
                break;
            case ReloadEvent.Of.Wait:
                Run.Run(TimeSpan.FromSeconds(Math.Pow(10, happening.Choose(100) / 30.0)));
                break;
            case ReloadEvent.Of.Reload:
                Reload(happening);
                break;
            case ReloadEvent.Of.Flush:
                _ = Run.Pipeline.FlushAsync(Timeout.InfiniteTimeSpan);
                break;
        }

        // Equal alerts of two moments are told apart by their time.
        Run.Run(TimeSpan.FromMilliseconds(5));
    }

    /// <summary>Heals all, ends what goes on.</summary>
    public void End()
    {
        Run.Faults.Heal();
        foreach (var incident in _open)
        {
            incident.Resolve();
            Raised++;
        }
    }

    /// <summary>How many alerts the channels show, and how many repeats and news of them. One that is shown by several
    /// messages counts once, with the message that counts most.</summary>
    public (long Alerts, long Repeats) CountShown()
    {
        var alerts = Run.Discord.Messages.SelectMany(message => message.Embeds)
            .Where(embed => !VirtualRun.IsNote(embed))
            .GroupBy(embed => (embed.Description!.Split('\n')[0], embed.Timestamp))
            .ToList();
        return (alerts.Count, alerts.Sum(alert => alert.Max(embed => Repeats(embed.Description!))));
    }

    private static long Repeats(string text)
        => News().Count(text)
            + (Counter().Match(text) is { Success: true } match
                ? long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) - 1
                : 0);

    [GeneratedRegex("×([0-9,]+) ")]
    private static partial Regex Counter();

    [GeneratedRegex("\n(<t:[0-9]+:T> goes on|\\*\\*Resolved after )")]
    private static partial Regex News();

    private void Raise(int kind, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _number++;
            var isAccepted = kind switch
            {
                0 => Run.Pipeline.Numbered(_number),
                1 => Run.Pipeline.DatabaseDown("db" + _number),
                2 => Run.Pipeline.LowOn("thing " + _number),
                _ => Run.Pipeline.Joined("member " + _number),
            };
            Raised += isAccepted ? 1 : 0;
        }
    }

    private void Repeat(string worker, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Raised += Run.Pipeline.WorkerStopped(worker) ? 1 : 0;
        }
    }

    private void Tell(int what, int which)
    {
        if (what == 0 || _open.Count == 0)
        {
            var alert = which < 3 ? FollowedAlerts.JobFailed : FollowedAlerts.DatabaseDown;
            if (Run.Pipeline.IsEnabled(alert))
            {
                _open.Add(Run.Pipeline.Begin(alert, "incident " + ++_number));
                Raised++;
            }

            return;
        }

        Raised++;
        var incident = _open[which % _open.Count];
        if (what == 1)
        {
            incident.Update("goes on");
        }
        else
        {
            incident.Resolve();
            _open.Remove(incident);
        }
    }

    /// <summary>No fault lets the simulator show what is not confirmed.</summary>
    private void Fail(ReloadEvent happening)
    {
        var webhook = _webhooks[happening.Choose(4, digit: 2)];
        var faults = Run.Faults.On(happening.Choose(4, digit: 1) == 0 ? HttpMethod.Patch : HttpMethod.Post);
        switch (happening.Choose(9))
        {
            case 0:
                faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "2.5"));
                break;
            case 1:
                faults.ThenAnswer(HttpStatusCode.BadGateway);
                break;
            case 2:
                faults.ThenFail(HttpRequestError.ConnectionError);
                break;
            case 3:
                faults.ThenHang();
                break;
            case 4:
                faults.ThenAnswer(HttpStatusCode.NotFound, """{"code":10008}""");
                break;
            case 5:
                faults.ThenAnswer(HttpStatusCode.BadRequest, """{"code":50035}""");
                break;
            case 6:
                Run.Faults.Break(webhook, HttpStatusCode.BadGateway);
                break;
            case 7:
                Run.Faults.Break(webhook, HttpStatusCode.NotFound, """{"code":10015}""");
                break;
            default:
                Run.Faults.Heal();
                break;
        }
    }

    private void Reload(ReloadEvent happening)
    {
        var options = Run.Options(options =>
        {
            for (var i = 0; i < s_routes.Length; i++)
            {
                options.Routes[s_routes[i]] = RouteTo(
                    happening.Choose(5, digit: i), isOther: happening.Choose(2, digit: 8) == i % 2);
            }

            options.Routes["error"].Fallback = happening.Choose(2, digit: 3) == 0 ? "info" : null;
            options.Routes["info"].Username = happening.Choose(3, digit: 3) == 0 ? "Bot" : null;
            options.MaxRequestsPerMinute = happening.Choose(2, digit: 4) == 0 ? 12 : 30;
            options.MaxQueuedBytes = happening.Choose(3, digit: 4) == 0 ? 64 * 1024 : 8 * 1024 * 1024;
            options.CoalesceWindow = TimeSpan.FromSeconds((happening.Choose(3, digit: 5) * 60) + 30);
            options.OpenAfter = TimeSpan.FromSeconds(happening.Choose(4, digit: 5) == 0 ? 30 : 0);
            options.MinimumLevel = happening.Choose(5, digit: 6) == 0 ? LogLevel.Error : LogLevel.Debug;
            options.Breaker.Failures = 3 + happening.Choose(3, digit: 6);
            options.Retry.MaxAttempts = happening.Choose(4, digit: 7);
            options.Alerts["WorkerStopped"] = new()
            {
                Route = happening.Choose(2, digit: 7) == 0 ? "info" : null,
                Level = happening.Choose(3, digit: 7) == 0 ? LogLevel.Critical : null,
            };
        });
        Places = options.Routes.Values.Where(route => route.Url is not null)
            .DistinctBy(route => (route.Url, route.ThreadId, route.ThreadName))
            .Count();
        Run.Pipeline.Reconfigure(options);
    }

    /// <summary>To one of the webhooks, or none: the second has a channel and a thread, the fourth is a
    /// forum's.</summary>
    private RouteOptions RouteTo(int webhook, bool isOther)
        => new()
        {
            Url = webhook < 4 ? _webhooks[webhook].Url : null,
            ThreadId = webhook == 1 && isOther ? _thread : null,
            ThreadName = webhook == 3 ? (isOther ? "Day" : "Night") : null,
        };
}
