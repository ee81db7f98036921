using CsCheck;
using TypedWebhookAlerts.IntegrationTests.Scenarios;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Delivery;

/// <summary>Calls every alert of a batch through a real pipeline to the simulator, and judges what arrives.</summary>
internal sealed class DeliveryRun(CompiledAlerts alerts, DeliveryOptions options, Coverage coverage)
{
    /// <summary>Of so many calls one is repeated at once.</summary>
    private const int RepeatEvery = 4;

    /// <summary>The arguments of so many calls are in the ring at most.</summary>
    private const int SettleEvery = 16;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<CallableAlert, object?[]> _last = [];
    private int _calls;

    /// <summary>All that was sent, with the answers.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; private set; } = [];

    public async Task<IReadOnlyList<Finding>> RunAsync(PCG random, int callsEach)
    {
        RecordingHandler? recorder = null;
        await using var run = new VirtualRun((settings, discord) =>
        {
            options.Apply(settings);
            settings.Route("info", discord.AddWebhook("info").Url);
            settings.HttpMessageHandler = () => recorder = new RecordingHandler(discord.CreateHandler());
        });
        for (var i = 0; i < callsEach; i++)
        {
            foreach (var alert in alerts.Alerts)
            {
                CallWithHostileArguments(run, alert, random);
            }
        }

        // What is on display already is edited when it is said again.
        var isSettled = run.Flush(s_longest);
        foreach (var (alert, arguments) in _last)
        {
            Call(run, alert, arguments);
        }

        isSettled &= run.Flush(s_longest);
        JudgeLedger(run.Pipeline.Ledger, isSettled);
        JudgeExchanges(recorder?.Exchanges ?? []);
        _findings.AddRange(new ShownJudge(alerts, options, coverage).Judge(run.Discord.Messages));
        return _findings;
    }

    private void CallWithHostileArguments(VirtualRun run, CallableAlert alert, PCG random)
    {
        object?[] arguments = [.. alert.Declaration.Parameters
            .Select(parameter => parameter.Kind.Values.Generate(random, null, out _))];
        _last[alert] = arguments;
        coverage.CountArguments(arguments);
        var times = ++_calls % RepeatEvery == 0 ? 2 : 1;
        for (var i = 0; i < times; i++)
        {
            Call(run, alert, arguments);
        }

        if (_calls % SettleEvery == 0)
        {
            run.Settle();
        }
    }

    private void Call(VirtualRun run, CallableAlert alert, object?[] arguments)
    {
        try
        {
            _ = alert.Call(run.Pipeline, arguments);
        }
        catch (Exception thrown)
        {
            // That nothing is thrown is what is tested.
            _findings.Add(new Finding(Breach.CallThrew, $"{thrown}\n{alert.Declaration.Source}"));
        }
    }

    private void JudgeLedger(AlertLedger ledger, bool isSettled)
    {
        coverage.CountLedger(ledger);
        var addsUp = ledger.Accepted == ledger.Delivered + ledger.Coalesced;
        var refused = ledger.Refused - ledger.RefusedBy[RefusalReason.RateLimited];
        if (!isSettled || !addsUp || refused > 0)
        {
            var dropped = string.Join(", ", ledger.DroppedBy.Where(reason => reason.Value > 0));
            _findings.Add(new Finding(
                Breach.LostOnTheWay, $"{ledger} settled={isSettled} refused={refused} {dropped} with {options}"));
        }
    }

    private void JudgeExchanges(IReadOnlyList<Exchange> exchanges)
    {
        Exchanges = exchanges;
        coverage.CountExchanges(exchanges);
        _findings.AddRange(exchanges
            .Where(exchange => exchange.IsRefused)
            .Select(exchange => new Finding(
                Breach.RefusedByDiscord, $"{exchange.Method} {exchange.Status} {exchange.Answer} to {exchange.Body}")));
    }
}
