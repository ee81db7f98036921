using CsCheck;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>What brings a ban nearer is counted over ten minutes, over restarts and over processes.</summary>
public sealed class InvalidRequestBudgetTests : IDisposable
{
    private const string FileName = "webhook-alerts-refused.txt";

    private readonly SettableTime _time = new();
    private readonly FakeLogger _log = new();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private string FilePath => Path.Combine(_folder, FileName);

    private long Minute => _time.GetUtcNow().ToUnixTimeSeconds() / 60;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void AThousandWithinTenMinutesPauseEverythingUntilTheOldestMinuteLeaves()
    {
        var budget = new InvalidRequestBudget(_time);
        Count(budget, 999);
        Assert.Equal(TimeSpan.Zero, budget.Wait());

        Assert.NotNull(budget.Count());
        Assert.Null(budget.Count());

        Assert.Equal(TimeSpan.FromMinutes(10), budget.Wait());
        _time.Now += TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1);
        Assert.Equal(TimeSpan.FromTicks(1), budget.Wait());
        _time.Now += TimeSpan.FromTicks(1);
        Assert.Equal(TimeSpan.Zero, budget.Wait());
    }

    [Fact]
    public void ForAnyScheduleTheTenBucketsAgreeWithAListOfTimes()
        => Gen.Select(Gen.Double[0, 90], Gen.Int[0, 400]).Array[1, 40].Hold(steps =>
        {
            var time = new SettableTime();
            var budget = new InvalidRequestBudget(time);
            var minutes = new List<long>();
            foreach (var (pause, count) in steps)
            {
                time.Now += TimeSpan.FromSeconds(pause);
                var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
                Count(budget, count);
                minutes.AddRange(Enumerable.Repeat(minute, count));
                var within = minutes.Count(at => at > minute - 10);
                Assert.Equal(within >= InvalidRequestBudget.Most, budget.Wait() > TimeSpan.Zero);

                // The wait is neither too long nor too short: at its end there is room, a tick before there is none.
                if (budget.Wait() is { Ticks: > 0 } wait)
                {
                    time.Now += wait - TimeSpan.FromTicks(1);
                    Assert.Equal(TimeSpan.FromTicks(1), budget.Wait());
                    time.Now += TimeSpan.FromTicks(1);
                    Assert.Equal(TimeSpan.Zero, budget.Wait());
                }
            }
        });

    [Fact]
    public void WhatWasCountedOutlivesARestart()
    {
        var before = new InvalidRequestBudget(_time);
        before.KeepIn(_folder, _log);
        Count(before, 1200);
        before.Save();
        _time.Now += TimeSpan.FromMinutes(3);

        var after = new InvalidRequestBudget(_time);
        after.KeepIn(_folder, _log);

        Assert.Equal(TimeSpan.FromMinutes(7), after.Wait());
        Assert.Empty(_log.Collector.GetSnapshot());
    }

    /// <summary>Whoever opens one to read waits for a writer, which may never come.</summary>
    [Fact]
    public async Task APipeInThePlaceOfTheFileHoldsNobodyUp()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its pipes have no names among files.");
        Directory.CreateDirectory(_folder);
        Pipe.Create(FilePath);
        var budget = new InvalidRequestBudget(_time);

        await Task.Run(() => budget.KeepIn(_folder, _log), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void ProcessesThatShareAFolderAddUp()
    {
        var one = new InvalidRequestBudget(_time);
        var other = new InvalidRequestBudget(_time);
        one.KeepIn(_folder, _log);
        other.KeepIn(_folder, _log);
        Count(one, 600);
        one.Save();
        Count(other, 600);
        other.Save();
        Assert.True(other.Wait() > TimeSpan.Zero);

        Count(one, 1);
        one.Save();

        Assert.True(one.Wait() > TimeSpan.Zero);
        Assert.Contains($"{Minute} 1201\n", File.ReadAllText(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileIsTheOwnersAloneAndNothingIsLeftBesideIt()
    {
        var budget = new InvalidRequestBudget(_time);
        budget.KeepIn(_folder, _log);
        Count(budget, 1);
        budget.Save();
        budget.Save();

        Assert.Equal([FilePath], Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
    }

    [Fact]
    public void ItIsWrittenOnceAMinuteAtMost()
    {
        var budget = new InvalidRequestBudget(_time);
        budget.KeepIn(_folder, _log);
        Assert.False(File.Exists(FilePath));

        budget.Count();
        Assert.Equal(TimeSpan.FromMinutes(1), _time.TimerDue);
        budget.Count();
        Assert.Equal(1, _time.TimerChanges);
        _time.Now += TimeSpan.FromMinutes(1);
        _time.Fire();

        Assert.Contains(" 2\n", File.ReadAllText(FilePath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("some other program's\n")]
    [InlineData("TypedWebhookAlerts: refused requests by minute, 1\n29453")] // cut off
    [InlineData("TypedWebhookAlerts: refused requests by minute, 1\n29453760 x\n")]
    [InlineData("TypedWebhookAlerts: refused requests by minute, 1\n29453760 -5\n")]
    [InlineData("TypedWebhookAlerts: refused requests by minute, 1\n29453760 2000000000\n")]
    [InlineData("TypedWebhookAlerts: refused requests by minute, 1\n99999999999 1000\n")] // the future
    [InlineData("TypedWebhookAlerts: refused requests by minute, 1\n99999999999999999999999 1\n")]
    [InlineData("TypedWebhookAlerts: refused requests by minute, 2\n29453760 1000\n")]
    public void AFileThatCannotBeBelievedIsIgnoredWithOneLine(string text)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(FilePath, text);
        var budget = new InvalidRequestBudget(_time);

        budget.KeepIn(_folder, _log);

        Assert.Equal(TimeSpan.Zero, budget.Wait());
        Assert.Single(_log.Collector.GetSnapshot());
        budget.Count();
        budget.Save();
        Assert.Contains(" 1\n", File.ReadAllText(FilePath), StringComparison.Ordinal);
        Assert.Single(_log.Collector.GetSnapshot());
    }

    [Fact]
    public void AnyBytesInTheFileDoNoHarm()
        => Gen.Byte.Array[0, 3000].Hold(
            bytes =>
            {
                Directory.CreateDirectory(_folder);
                File.WriteAllBytes(FilePath, bytes);
                new InvalidRequestBudget(_time).KeepIn(_folder, NullLogger.Instance);
            },
            count: 100,
            threads: 1);

    [Fact]
    public void AFolderThatCannotBeIsSaidOnceAndTheCountGoesOn()
    {
        File.WriteAllText(_folder + ".file", "");
        var budget = new InvalidRequestBudget(_time);
        budget.KeepIn(_folder + ".file", _log);

        Count(budget, 1000);
        budget.Save();
        budget.Count();
        budget.Save();

        Assert.True(budget.Wait() > TimeSpan.Zero);
        Assert.Single(_log.Collector.GetSnapshot());
        File.Delete(_folder + ".file");
    }

    private static void Count(InvalidRequestBudget budget, int count)
    {
        for (var i = 0; i < count; i++)
        {
            budget.Count();
        }
    }

    /// <summary>A clock that is set by hand, and its one timer.</summary>
    private sealed class SettableTime : TimeProvider, ITimer
    {
        private Action? _fire;

        public TimeSpan Now { get; set; }

        public TimeSpan? TimerDue { get; private set; }

        public int TimerChanges { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _fire = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            TimerChanges++;
            TimerDue = dueTime;
            return true;
        }

        public void Fire() => _fire!();

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
