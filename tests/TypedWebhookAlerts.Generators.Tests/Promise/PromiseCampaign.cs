using System.Diagnostics;
using CsCheck;
using TypedWebhookAlerts.Generators.Tests.Promise.Declarations;
using TypedWebhookAlerts.Generators.Tests.Promise.Delivery;
using TypedWebhookAlerts.Tests;

namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>Declares, compiles, calls and delivers; every test of the promise looks at what came of it. It is the same
/// in every ordinary run; with <c>LONG_RUN</c> others, until so many seconds have passed or something is
/// found.</summary>
public sealed class PromiseCampaign : IAsyncLifetime
{
    internal const string SeedVariable = "PROMISE_SEED";

    private readonly List<Finding> _findings = [];
    private readonly List<Exchange> _exchanges = [];

    internal PromiseScale Scale { get; } = PromiseScale.OfThisProcess;

    internal Coverage Coverage { get; } = new();

    /// <summary>Every request of every run.</summary>
    internal IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>What the variable PROMISE_SEED must be to do the same again.</summary>
    internal string Seed { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable);
        var isLong = string.IsNullOrEmpty(seed) && LongRun.Seconds > 0;
        var random = !string.IsNullOrEmpty(seed) ? PCG.Parse(seed) : isLong ? new PCG(0) : new PCG(0, 0);
        var began = Stopwatch.GetTimestamp();
        do
        {
            Seed = random.ToString();
            await TryAsync(random);
        }
        while (isLong && _findings.Count == 0 && Stopwatch.GetElapsedTime(began).TotalSeconds < LongRun.Seconds);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal IReadOnlyList<Finding> Breaches(params IEnumerable<Breach> breaches)
        => [.. _findings.Where(finding => breaches.Contains(finding.Breach))];

    private async Task TryAsync(PCG random)
    {
        for (var i = 0; i < Scale.Batches; i++)
        {
            var declarations = DeclarationGen.Batch(Scale.Alerts).Generate(random, null, out _);
            var batch = await CompiledAlerts.OfAsync(declarations);
            Coverage.CountBatch(batch);
            _findings.AddRange(batch.Errors.Select(error => new Finding(Breach.DoesNotCompile, error)));
            await DeliverAsync(batch, random);
        }
    }

    private async Task DeliverAsync(CompiledAlerts batch, PCG random)
    {
        for (var i = 0; i < Scale.Runs; i++)
        {
            var options = DeliveryOptions.Of(i).Generate(random, null, out _);
            var run = new DeliveryRun(batch, options, Coverage);
            _findings.AddRange(await run.RunAsync(random, Scale.Calls));
            _exchanges.AddRange(run.Exchanges);
        }
    }
}
