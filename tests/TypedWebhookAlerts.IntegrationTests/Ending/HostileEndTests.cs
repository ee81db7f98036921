using System.Net;
using System.Text.Json;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>A pipeline ends whatever the application's own code does, and its last account is true.</summary>
public sealed class HostileEndTests : IDisposable
{
    /// <summary>In real time, and only to end a test that would hang.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(40);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");

    private string FallbackFile => Path.Combine(_folder.FullName, "alerts.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ALoggerThatNeverReturnsDoesNotHoldUpTheEnd()
    {
        using var entered = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var isArmed = false;
        var run = new VirtualRun((options, _) => options.LoggerFactory = new HostileLogger((_, _) =>
        {
            if (Volatile.Read(ref isArmed))
            {
                entered.Set();
                released.Wait();
            }
        }));
        Volatile.Write(ref isArmed, true);
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1"));
        run.Pipeline.Numbered(1);
        run.Pipeline.DatabaseDown("db-1"); // for which the lane does not wait
        Assert.True(entered.Wait(s_watchdog, TestContext.Current.CancellationToken));

        await run.DisposeAsync().AsTask().WaitAsync(s_watchdog, TestContext.Current.CancellationToken);

        Assert.Equal(0, run.Pipeline.Ledger.Pending);
        released.Set();
    }

    [Fact]
    public async Task AHandlerWhoseDisposalThrowsDoesNotMakeTheEndThrow()
    {
        var run = new VirtualRun((options, discord) =>
        {
            var inner = discord.CreateHandler();
            options.HttpMessageHandler = () => new Handler(inner);
        });
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));

        await run.DisposeAsync();

        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task RepeatsThatCameAfterALineWasWrittenAreInTheFileOrNotSaidToBeThere()
    {
        var run = new VirtualRun((options, _) => options.Fallback.Path = FallbackFile);
        run.Faults.Break(run.Error, HttpStatusCode.InternalServerError);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Keep("Stopping");
        for (var i = 0; i < 7; i++)
        {
            run.Pipeline.Numbered(1);
        }

        run.Settle();
        await run.DisposeAsync();

        var counted = File.ReadLines(FallbackFile)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Sum(line => line.GetProperty("count").GetInt64());
        Assert.Equal(8, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        Assert.Equal(8, counted);
    }

    [Fact]
    public async Task RepeatsThatCameAfterALineWasWrittenAreKeptWhenTheWebhookIsGivenUp()
    {
        await using var run = new VirtualRun((options, _) => options.Fallback.Path = FallbackFile);
        run.Faults.Break(run.Error, HttpStatusCode.InternalServerError);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Keep("Stopping");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(20));

        var counted = File.ReadLines(FallbackFile)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Sum(line => line.GetProperty("count").GetInt64());
        Assert.Equal(2, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        Assert.InRange(counted, 2, 3); // a line too much tells nobody less
    }

    private sealed class Handler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            throw new InvalidOperationException();
        }
    }
}
