using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Log entries, scopes and providers that are up to no good: whoever logs sees no exception, and alerts go
/// on.</summary>
public sealed class HostileLogTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> States
        => ["endless", "throwing", "mutating", "null keys", "nested", "count lies", "null"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task WhateverTheStateIsTheEntryIsAnAlert(string what)
    {
        await using var run = await StartAsync();

        ProviderLogger(run).Log(
            LogLevel.Error, new EventId(7, what), State(what), exception: null, static (_, _) => "It happened");
        Assert.True(run.Flush());

        Assert.Equal("It happened", Assert.Single(run.Embeds).Description);
        Assert.True(run.Embeds[0].Fields.Count <= 25);
        Assert.Equal((1, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
    }

    [Fact]
    public async Task AStateWhoseTextThrowsAndLogsIsOneAlert()
    {
        await using var run = await StartAsync();
        var log = ProviderLogger(run);

        log.LogError("Value {Value}", new Troublemaker(() =>
        {
            log.LogError("from within");
            run.Pipeline.Numbered(1);
            throw new NotSupportedException();
        }));
        log.LogError("after {Value}", 1);
        Assert.True(run.Flush());

        Assert.Contains(run.Embeds, embed => embed.Description == "after 1");
        Assert.DoesNotContain(run.Embeds, embed => embed.Description == "from within");
        Assert.Equal(0, run.Pipeline.Ledger.Refused);
    }

    [Fact]
    public async Task ScopesThatThrowOrHoldThemselvesAreLeftOut()
    {
        await using var run = await StartAsync();
        var log = Logger(run);
        var cyclic = new Dictionary<string, object?>();
        cyclic["self"] = cyclic;
        var list = new List<object>();
        list.Add(list);
        var scopes = new Stack<IDisposable?>();
        scopes.Push(log.BeginScope(new Troublemaker(() => throw new NotSupportedException())));
        scopes.Push(log.BeginScope(cyclic));
        scopes.Push(log.BeginScope(list));
        scopes.Push(log.BeginScope(Endless().Take(1000)));
        for (var i = 0; i < 5000; i++)
        {
            scopes.Push(log.BeginScope(i));
        }

        log.LogError("In scopes {Cyclic} {List}", cyclic, list);
        while (scopes.TryPop(out var scope))
        {
            scope?.Dispose();
        }

        Assert.True(run.Flush());
        Assert.StartsWith("In scopes", Assert.Single(run.Embeds).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LevelsThatAreNoneAreNoAlerts()
    {
        await using var run = await StartAsync();
        foreach (var level in new[] { LogLevel.None, (LogLevel)99, (LogLevel)(-1), (LogLevel)int.MaxValue })
        {
            Logger(run).Log(level, "x");
            Assert.False(run.Pipeline.Send(level, "x"));
        }

        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task AProviderThatMakesNoLoggerForTheLibraryKeepsNoHostFromItsStart()
    {
        await using var run = await StartAsync(new ScriptedProvider(_ => { })
        {
            OnCreate = category =>
            {
                if (category.StartsWith("TypedWebhookAlerts", StringComparison.Ordinal)
                    || category.Contains("Scenario", StringComparison.Ordinal))
                {
                    throw new NotSupportedException(category);
                }
            },
        });

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());

        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task AProviderThatThrowsAlwaysLosesNoAlert()
    {
        await using var run = await StartAsync(new ScriptedProvider(level =>
        {
            // The host itself starts by no provider that throws at its own entries.
            if (level >= LogLevel.Warning)
            {
                throw new NotSupportedException();
            }
        }));

        for (var i = 0; i < 10; i++)
        {
            run.Pipeline.Numbered(i);
        }

        Assert.True(run.Flush());
        Assert.Equal((10, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
    }

    [Fact]
    public async Task AProviderThatAsksThePipelineInEveryEntryDoesNotHang()
    {
        AlertPipeline? pipeline = null;
        await using var run = await StartAsync(new ScriptedProvider(level =>
        {
            _ = pipeline?.Ledger;
            _ = pipeline?.Health;
            _ = pipeline?.FlushAsync(TimeSpan.Zero);
            _ = pipeline?.VerifyAsync();
        }));
        pipeline = run.Pipeline;

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        run.Run(s_minute);

        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task AProviderThatRaisesAnAlertForEachEntryDoesNotGoRoundForEver()
    {
        AlertPipeline? pipeline = null;
        var entries = 0;
        await using var run = await StartAsync(new ScriptedProvider(level =>
        {
            // Ends it where the library does not.
            if (level >= LogLevel.Error && Interlocked.Increment(ref entries) < 1000)
            {
                pipeline?.NeverFolded(entries);
            }
        }));
        pipeline = run.Pipeline;

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        run.Run(s_minute);

        Assert.Equal(1, entries);
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);

        // The mark is that of one call alone.
        run.Pipeline.Numbered(2);
        Assert.True(run.Flush());
        Assert.Equal(2, entries);
    }

    [Fact]
    public async Task AProviderThatBlocksHoldsThePumpAndNeitherCallersNorTheEnd()
    {
        using var hang = new ManualResetEventSlim();
        using var isHeld = new ManualResetEventSlim();
        var run = await StartAsync(new ScriptedProvider(level =>
        {
            if (level == LogLevel.Error)
            {
                isHeld.Set();
                hang.Wait(CancellationToken.None);
            }
        }));
        run.Pipeline.Numbered(1);
        isHeld.Wait(Cancelled);
        run.Pipeline.Numbered(2);

        // Asked twice, as a probe does.
        _ = run.Pipeline.Health;
        run.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(PipelineStatus.Unhealthy, run.Pipeline.Health.Status);
        Assert.Equal((2, 2), (run.Pipeline.Ledger.Accepted, run.Pipeline.Ledger.Pending));
        await new VirtualDriver(run.Time, run.Discord, run.Pipeline, static () => 0)
            .PushUntilEndedAsync(run.Pipeline.DisposeAsync().AsTask(), TimeSpan.FromSeconds(8));

        hang.Set();
        run.Host.Dispose();
        await run.Discord.DisposeAsync();
        Assert.False(run.Pipeline.Numbered(3));
        Assert.Equal((2, 1), (run.Pipeline.Ledger.Accepted, run.Pipeline.Ledger.Refused));
    }

    [Fact]
    public async Task AProviderThatLogsWhileItIsDisposedIsHeard()
    {
        ILogger? log = null;
        var provider = new ScriptedProvider(_ => { });
        await using (var run = await StartAsync(provider))
        {
            log = Logger(run);
            provider.OnDispose = () => log.LogCritical("the last word");
            await run.StopAsync(Cancelled);
        }

        Assert.True(provider.IsDisposed);
    }

    [Fact]
    public async Task EntriesFromManyThreadsDuringTheStartTheReloadsAndTheEndAreAllAccountedFor()
    {
        using var ended = new CancellationTokenSource();
        var run = new HostRun(builder => builder.Logging.AddWebhookAlerts());
        var factory = run.Host.Services.GetRequiredService<ILoggerFactory>();
        var logging = Enumerable.Range(0, 4).Select(i => Task.Run(() =>
        {
            try
            {
                for (var n = 0; !ended.IsCancellationRequested && n < 20_000; n++)
                {
                    factory.CreateLogger($"Shop.{n % 50}").LogError("Entry {Number}", n % 20);
                }
            }
            catch (ObjectDisposedException)
            {
                // The host has ended, and its logging with it.
            }
        }, Cancelled)).ToArray();

        await run.StartAsync(Cancelled);
        for (var i = 0; i < 20; i++)
        {
            run.Reload(("Logging:WebhookAlerts:LogLevel:Default", i % 2 == 0 ? "Critical" : "Trace"));
        }

        await run.DisposeAsync();
        await ended.CancelAsync();
        await Task.WhenAll(logging);

        var ledger = run.Pipeline.Ledger;
        Assert.Equal(0, ledger.Pending);
        Assert.Equal(ledger.Raised, ledger.Accepted + ledger.Refused);
        Assert.Equal(ledger.Accepted, ledger.Delivered + ledger.Coalesced + ledger.Dropped);
    }

    private static object? State(string what) => what switch
    {
        "endless" => Endless(),
        "throwing" => Throwing(),
        "mutating" => new MutatingState(),
        "null keys" => new KeyValuePair<string, object?>[]
        {
            new(null!, null), new(null!, 1), new("", "x"), new(" ", new object()),
        },
        "nested" => new KeyValuePair<string, object?>[]
        {
            new("a", Nested(200)), new("b", new object?[] { null, null }),
        },
        "count lies" => new LyingState(),
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, object?>> Endless()
    {
        for (var i = 0; ; i++)
        {
            yield return new("name" + i, new string('x', 100_000));
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Throwing()
    {
        yield return new("first", 1);
        throw new NotSupportedException();
    }

    private static object Nested(int depth) => depth == 0 ? "end" : new[] { Nested(depth - 1) };

    private static async Task<HostRun> StartAsync(ILoggerProvider? provider = null)
    {
        var run = new HostRun(builder =>
        {
            builder.Logging.AddWebhookAlerts();
            if (provider is not null)
            {
                builder.Services.AddSingleton(_ => provider);
            }
        });
        await run.StartAsync(Cancelled);
        return run;
    }

    private static ILogger Logger(HostRun run)
        => run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Orders");

    /// <summary>The provider's by itself: the log of the run throws at some states, and does not come to the end of
    /// others.</summary>
    private static ILogger ProviderLogger(HostRun run)
        => run.Host.Services
            .GetServices<ILoggerProvider>()
            .OfType<WebhookAlertsLoggerProvider>()
            .Single()
            .CreateLogger("Shop");

    private sealed class MutatingState : IReadOnlyList<KeyValuePair<string, object?>>
    {
        private readonly List<KeyValuePair<string, object?>> _values = [new("a", 1), new("b", 2)];

        public int Count => _values.Count;

        public KeyValuePair<string, object?> this[int index] => _values[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            foreach (var value in _values)
            {
                _values.Add(value);
                yield return value;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class LyingState : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => int.MaxValue;

        public KeyValuePair<string, object?> this[int index] => throw new NotSupportedException();

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => null!;

        IEnumerator IEnumerable.GetEnumerator() => null!;
    }
}
