using System.Globalization;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Tests.Capture;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>What a call costs its caller: nothing thrown, nothing allocated.</summary>
public sealed class CallTests
{
    private const int Calls = 1000;

    private static readonly InvalidOperationException s_exception = new("no");

    [Fact]
    public async Task AnAcceptedCallAllocatesNothing()
    {
        await using var run = new VirtualRun();

        Assert.Equal(
            0, Allocated(run, () => run.Pipeline.CommandFailed("c", "a message", 80351110224678912, s_exception)));
        Assert.Equal(
            0, Allocated(run, () => run.Pipeline.Measured(1, 0.5, TimeSpan.FromSeconds(1), DayOfWeek.Friday, null)));
        Assert.True(run.Pipeline.Ledger.Accepted >= 2 * Calls);
        Assert.Equal(0, run.Pipeline.Ledger.Refused);
    }

    [Fact]
    public async Task ACallThatReadsMembersAllocatesNothingOfItsOwn()
    {
        await using var run = new VirtualRun();
        var member = new Member(() => "ann", new Guild("Home"));

        Assert.Equal(0, Allocated(run, () => run.Pipeline.MemberFailed(member)));
    }

    [Fact]
    public async Task AnIgnoredCallAllocatesNothing()
    {
        await using var run = new VirtualRun();

        Assert.Equal(0, Allocated(run, () => run.Pipeline.CacheRead(1)));
        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task ARefusedCallAllocatesNothing()
    {
        await using var run = new VirtualRun();
        Assert.Equal(0, Allocated(run, () => run.Pipeline.Limited(1)));
        Assert.True(run.Pipeline.Ledger.RefusedBy[RefusalReason.RateLimited] >= Calls);

        await run.Pipeline.DisposeAsync();
        Assert.Equal(0, Allocated(() => run.Pipeline.Numbered(1), between: () => { }));
        Assert.True(run.Pipeline.Ledger.RefusedBy[RefusalReason.Closed] >= Calls);
    }

    [Fact]
    public async Task AGetterAFormatOrAToStringThatThrowsRaisesTheAlertAllTheSame()
    {
        await using var run = new VirtualRun();

        Assert.True(run.Pipeline.MemberFailed(new Member(() => throw new InvalidTimeZoneException("hidden"))));
        Assert.True(run.Pipeline.Moved(new Position(double.NaN, 0)));
        Assert.True(run.Pipeline.Seen(new Unprintable()));
        run.Flush(TimeSpan.FromMinutes(1));

        var texts = run.Discord.Messages
            .SelectMany(message => message.Embeds)
            .Select(embed => embed.Description!)
            .ToList();
        Assert.Equal(3, texts.Count);
        Assert.Contains(
            "MemberFailed was raised, but its arguments could not be read", texts[0], StringComparison.Ordinal);
        Assert.Contains("System.InvalidTimeZoneException", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", texts[0], StringComparison.Ordinal);
        Assert.Contains("System.ArithmeticException", texts[1], StringComparison.Ordinal);
        Assert.Contains("System.NotSupportedException", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileAnExceptionsMessageHangsTheLedgerIsReadAndAFlushWaitsWithoutBlocking()
    {
        await using var run = new VirtualRun();
        using var exception = new Hanging();
        run.Pipeline.CommandFailed("c", "m", 1, exception.Exception);
        Assert.True(exception.IsReached.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        Assert.Equal(
            "raised=1 refused=0 accepted=1 delivered=0 coalesced=0 dropped=0 spooled=0 pending=1",
            run.Pipeline.Ledger.ToString());
        var flush = run.Pipeline.FlushAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        Assert.False(flush.IsCompleted);

        exception.Go.Set();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task NullIsShownWhereverItStands()
    {
        await using var run = new VirtualRun();

        run.Pipeline.Joined(null);
        run.Pipeline.WorkerStopped(null!);
        run.Pipeline.MemberFailed(null);
        run.Pipeline.MemberFailed(new Member(() => null!, null));
        run.Pipeline.CommandFailed(null!, null!, 1, null);
        run.Flush(TimeSpan.FromMinutes(1));

        var texts = run.Discord.Messages
            .SelectMany(message => message.Embeds)
            .Select(embed => embed.Description)
            .ToList();
        Assert.Contains("Worker (null) stopped", texts);
        Assert.Contains(texts, text => text!.StartsWith("(null) of (null)", StringComparison.Ordinal));
        Assert.Contains("(null)\n(null)", texts);
        Assert.Equal(
            run.Pipeline.Ledger.Accepted,
            run.Pipeline.Ledger.Delivered + run.Pipeline.Ledger.Coalesced + run.Pipeline.Ledger.Dropped);
    }

    [Fact]
    public async Task AFormatThatItsTypeRefusesIsSaidBesideTheValue()
    {
        await using var run = new VirtualRun();

        run.Pipeline.BadlyFormatted(42);
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal("42 (format 'Q' failed)", Assert.Single(run.Discord.Messages).Embeds[0].Description);
    }

    [Fact]
    public async Task AnArgumentBeyondTheCapIsCutAndSoShown()
    {
        await using var run = new VirtualRun();

        Assert.True(run.Pipeline.WorkerStopped(new string('x', 1_000_000)));
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.EndsWith("…", Assert.Single(run.Discord.Messages).Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCultureOfTheCallerChangesNothing()
    {
        await using var run = new VirtualRun();
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture.NumberFormat.NegativeSign = "minus ";
        try
        {
            run.Pipeline.Measured(-1234, 0.5, TimeSpan.FromSeconds(1.5), DayOfWeek.Friday, new DateOnly(2026, 1, 2));
            run.Pipeline.Moved(new Position(0.5, 0.25));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        run.Flush(TimeSpan.FromMinutes(1));

        var texts = run.Discord.Messages
            .SelectMany(message => message.Embeds)
            .Select(embed => embed.Description)
            .ToList();
        Assert.Equal("-1234 0.5 00:00:01.5000000 Friday 01/02/2026", texts[0]);
        Assert.Equal("Moved to 0.5/0.25", texts[1]);
    }

    // The ring is emptied before each round: a full one would make refusals of what should be accepted.
    private static long Allocated(VirtualRun run, Func<bool> call) => Allocated(call, run.Settle);

    /// <summary>What a thousand warm calls allocate on this thread.</summary>
    private static long Allocated(Func<bool> call, Action between)
    {
        Call();
        return Allocations.Least(Call, between);

        void Call()
        {
            for (var i = 0; i < Calls; i++)
            {
                call();
            }
        }
    }

    private sealed class Unprintable
    {
        public override string ToString() => throw new NotSupportedException("hidden");
    }

    private sealed class Hanging : IDisposable
    {
        public Hanging() => Exception = new HangingException(this);

        public Exception Exception { get; }

        public ManualResetEventSlim IsReached { get; } = new();

        public ManualResetEventSlim Go { get; } = new();

        public void Dispose()
        {
            IsReached.Dispose();
            Go.Dispose();
        }
    }

    private sealed class HangingException(Hanging hanging) : Exception
    {
        public override string Message
        {
            get
            {
                hanging.IsReached.Set();
                hanging.Go.Wait();
                return "at last";
            }
        }
    }
}
