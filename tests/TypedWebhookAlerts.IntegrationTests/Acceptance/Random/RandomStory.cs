using System.Net;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Random;

/// <summary>Makes a scenario of what happens by chance.</summary>
internal sealed class RandomStory(IReadOnlyList<Happening> happenings, RandomSurroundings surroundings)
{
    /// <summary>So long even a webhook that was gone is asked again, and alerts are told of that were lost.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromHours(2.5);

    private static readonly Fault[] s_faults =
    [
        Fault.Unavailable,
        Fault.RateLimited(RateLimitScope.User, 2.5.Seconds()),
        Fault.RateLimited(RateLimitScope.Global, 1.Seconds()),
        Fault.RateLimited(RateLimitScope.Shared, 40.Seconds()),
        Fault.Banned,
        Fault.Hang,
        Fault.HangAfterStoring,
        Fault.Reset,
        Fault.ResetAfterStoring,
        Fault.EndlessBody,
        Fault.Body("[]"),
        Fault.WebhookDeleted,
        Fault.TokenRevoked,
        Fault.MissingPermissions,
        Fault.MessageDeleted,
        Fault.Status(HttpStatusCode.BadRequest, """{"code":50035}"""),
        Fault.Status(HttpStatusCode.BadRequest, """{"code":50035,"embeds":["0"]}"""),
        Fault.SlowBody(3.Seconds()),
    ];

    private readonly HashSet<string> _open = [];
    private int _incidents;

    private bool Restarts => happenings.Any(each => each.What is Happening.Of.Restart or Happening.Of.Kill);

    /// <summary>A process does not know what the one before it has used up; and answers that do not come from Discord
    /// mislead whoever learns an unknown window from them. Otherwise the usual window is never overrun.</summary>
    private int AllowedRefusals
        => Restarts ? int.MaxValue
            : surroundings.ChannelLimit == 30 ? 0
            : Meets(fault => fault != Fault.None) ? int.MaxValue : 2;

    private bool RefusesWords
        => Meets(fault => fault.ToString() == "400");

    /// <summary>The scenario, and how long it is.</summary>
    public (Scenario Scenario, TimeSpan Length) Tell()
    {
        var scenario = new Scenario
        {
            RoundTrip = surroundings.RoundTrip.Milliseconds(),
            Routes = ["error", "info"],
            SharesChannel = surroundings.SharesChannel,
            HasFile = surroundings.HasFile,
            Limits = limits => limits.ChannelLimit = surroundings.ChannelLimit,
            Options = Configure,

            AllowedRefusals = AllowedRefusals,

            // Neither does it tell what the one before it lost; and words that Discord refuses are not said again.
            ToldRoutes = Restarts || RefusesWords ? [] : ["error", "info"],
            LastFlush = surroundings.IsFlushed ? 6.Hours() : TimeSpan.Zero,
        };
        var time = TimeSpan.Zero;
        foreach (var happening in happenings)
        {
            time += happening.After;
            Tell(happening, scenario.At(time));
            scenario.At(time).Do(stage => stage.Audit());
        }

        scenario.At(time += 1.Seconds()).Heal();
        return (scenario, time + s_quiet);
    }

    private bool Meets(Func<Fault, bool> what)
        => happenings.Any(each => each.What == Happening.Of.Fault && what(FaultOf(each)));

    private void Configure(WebhookAlertOptions options)
    {
        options.CoalesceWindow = surroundings.Fold.Seconds();
        options.Routes["error"].Fallback = surroundings.HasFallback ? "info" : null;
    }

    private void Tell(Happening happening, ScenarioMoment moment)
    {
        switch (happening.What)
        {
            case Happening.Of.Raise:
                moment.Raise(1 + happening.Amount, LogLevel.Information + (happening.Kind % 4));
                break;
            case Happening.Of.Repeat:
                moment.Repeat(happening.Kind % 2 == 0 ? "disk" : "net", 1 + happening.Amount);
                break;
            case Happening.Of.Incident:
                TellIncident(happening, moment);
                break;
            case Happening.Of.Fault:
                TellFault(happening, moment);
                break;
            case Happening.Of.Deletion:
                moment.DeleteMessages();
                break;
            case Happening.Of.Flush:
                moment.Do(stage => _ = stage.Pipeline.FlushAsync(Timeout.InfiniteTimeSpan));
                break;
            case Happening.Of.Healing:
                moment.Heal();
                break;
            case Happening.Of.Restart:
                _open.Clear();
                moment.Restart();
                break;
            default:
                _open.Clear();
                moment.Kill();
                break;
        }
    }

    private void TellIncident(Happening happening, ScenarioMoment moment)
    {
        if (_open.Count == 0 || happening.Kind < 30)
        {
            var name = $"n{_incidents++}";
            _open.Add(name);
            moment.Open(name);
        }
        else if (happening.Kind < 70)
        {
            moment.Update(_open.First(), "still at it");
        }
        else
        {
            moment.Resolve(_open.First());
            _open.Remove(_open.First());
        }
    }

    private void TellFault(Happening happening, ScenarioMoment moment)
    {
        moment.Fail(
            plan => happening.Amount switch
            {
                < 8 => plan.OnReads().Next(1 + (happening.Amount % 4)),
                < 24 => plan.OnEdits().Next(1 + (happening.Amount % 4)),
                < 50 => plan.OnPosts().Next(1 + (happening.Amount % 8)),
                _ => plan.Next(20),
            },
            FaultOf(happening));
    }

    /// <summary>A process that is killed in the middle of a body cannot say what its head has told.</summary>
    private Fault FaultOf(Happening happening)
        => s_faults[happening.Kind % (Restarts ? s_faults.Length - 1 : s_faults.Length)];
}
