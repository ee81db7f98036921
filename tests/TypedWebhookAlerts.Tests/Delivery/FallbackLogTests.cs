using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class FallbackLogTests : FallbackTests
{
    [Fact]
    public void AnAlertIsOneLineThatSaysAllOfIt()
    {
        var raisedAt = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(90));
        var entry = new FallbackEntry(
            new AlertOrigin("Shop.BotAlerts.CommandFailed", 42, LogLevel.Error, raisedAt),
            "error",
            "status 503",
            Count: 7,
            """{"description":"naïve \"quote\"\n🚨"}"""u8.ToArray(),
            IsEmbed: true);

        Assert.True(Create().TryWrite(entry));

        var line = Assert.Single(Lines());
        Assert.Equal("2026-01-01T00:00:00Z", line.GetProperty("time").GetString());
        Assert.Equal("2026-01-01T00:01:30Z", line.GetProperty("written").GetString());
        Assert.Equal("Shop.BotAlerts.CommandFailed", line.GetProperty("alert").GetString());
        Assert.Equal(42, line.GetProperty("eventId").GetInt32());
        Assert.Equal("Error", line.GetProperty("level").GetString());
        Assert.Equal("error", line.GetProperty("route").GetString());
        Assert.Equal("status 503", line.GetProperty("reason").GetString());
        Assert.Equal(7, line.GetProperty("count").GetInt64());
        Assert.Equal("naïve \"quote\"\n🚨", line.GetProperty("embed").GetProperty("description").GetString());
        Assert.False(string.IsNullOrEmpty(line.GetProperty("id").GetString()));
    }

    [Fact]
    public void AnAlertOfContentIsAText()
    {
        Assert.True(Create().TryWrite(Entry() with { Alert = @"**a** \""b\"""u8.ToArray(), IsEmbed = false }));

        Assert.Equal("**a** \"b\"", Assert.Single(Lines()).GetProperty("content").GetString());
    }

    [Fact]
    public void WhoLosesNothingMakesNoFile()
    {
        Create();

        Assert.Empty(Folder.Files);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void WithoutAPathNothingIsKept(string? path)
    {
        var log = new FallbackLog(new FallbackOptions { Path = path }, folder: null, Time, Logger());

        Assert.Null(log.Path);
        Assert.False(log.TryWrite(Entry()));
        Assert.Equal(0, Said.Count);
    }

    [Fact]
    public void ARelativePathBeginsAtItsFolder()
    {
        var log = new FallbackLog(
            new FallbackOptions { Path = "alerts.jsonl" }, Path.GetDirectoryName(File), Time, Logger());

        Assert.Equal(File, log.Path);
    }

    [Fact]
    public void OnlyItsUserMayReadTheFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Create().TryWrite(Entry());

        AssertIsPrivate();
    }

    [Fact]
    public void AFolderThatIsMissingIsSaidOnceAndTriedAgainLater()
    {
        var path = Folder.File("later/alerts.jsonl");
        var log = new FallbackLog(new FallbackOptions { Path = path }, folder: null, Time, Logger());

        Assert.False(log.TryWrite(Entry()));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Assert.False(log.TryWrite(Entry()));
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(log.TryWrite(Entry()));

        Assert.Single(System.IO.File.ReadAllLines(path));
        Assert.Equal("FallbackFailed", Assert.Single(Said.GetSnapshot()).Id.Name);
    }

    [Fact]
    public void AProcessThatEndsDoesNotWaitToTryAgain()
    {
        var path = Folder.File("later/alerts.jsonl");
        var log = new FallbackLog(new FallbackOptions { Path = path }, folder: null, Time, Logger());

        Assert.False(log.TryWrite(Entry()));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        Assert.NotNull(log.TryWriteAll([Entry()], isDurable: true));
    }

    [Fact]
    public void WhatAKilledProcessBeganSpoilsNoLineAfterIt()
    {
        System.IO.File.WriteAllText(File, """{"time":"2026-01-0""");

        Assert.True(Create().TryWrite(Entry(5)));

        var lines = System.IO.File.ReadAllLines(File);
        Assert.Equal(2, lines.Length);
        Assert.Equal(5, JsonDocument.Parse(lines[1]).RootElement.GetProperty("count").GetInt32());
    }

    [Fact]
    public void AtHalfOfItsBytesTheFileIsRolledAndTheOldestIsDropped()
    {
        const int MaxBytes = 4096;
        var log = Create(maxBytes: MaxBytes);
        for (var i = 1; i <= 100; i++)
        {
            Assert.True(log.TryWrite(Entry(i)));
            Assert.True(Folder.Files.Sum(name => new FileInfo(Folder.File(name)).Length) <= MaxBytes);
        }

        Assert.Equal(["alerts.1.jsonl", "alerts.jsonl"], Folder.Files);
        var kept = Counts(Former).Concat(Counts(File)).ToList();
        Assert.Equal(Enumerable.Range(101 - kept.Count, kept.Count), kept);
        Assert.True(kept.Count > 8);
    }

    [Fact]
    public void LinesBeyondTheirRetentionAreRemovedAndYoungerOnesAreNot()
    {
        var log = Create(retention: TimeSpan.FromDays(30));
        log.TryWrite(Entry(1));
        Time.Advance(TimeSpan.FromDays(10));
        log.TryWrite(Entry(2));
        Time.Advance(TimeSpan.FromDays(20));
        log.TryWrite(Entry(3));
        Assert.Equal([1, 2, 3], Counts(File));

        Time.Advance(TimeSpan.FromDays(1));
        log.TryWrite(Entry(4));

        Assert.Equal([2, 3, 4], Counts(File));
        Assert.Equal(["alerts.jsonl"], Folder.Files);
        AssertIsPrivate();
    }

    [Fact]
    public void ARolledFileOfOldLinesOnlyIsRemoved()
    {
        var log = Create(maxBytes: 2048, retention: TimeSpan.FromDays(30));
        while (!System.IO.File.Exists(Former))
        {
            log.TryWrite(Entry(1));
        }

        Time.Advance(TimeSpan.FromDays(31));
        Create(maxBytes: 2048, retention: TimeSpan.FromDays(30)).TryWrite(Entry(2));

        Assert.Equal([2], Counts(File));
        Assert.Equal(["alerts.jsonl"], Folder.Files);
    }

    [Fact]
    public async Task ProcessesThatShareAFileWriteWholeLinesAndLoseNone()
    {
        const int Writers = 4;
        const int Lines = 200;
        var start = new Barrier(Writers);

        // Each with its own log, as processes have: they meet in the file system only.
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            () =>
            {
                var log = Create();
                start.SignalAndWait(TestContext.Current.CancellationToken);
                for (var i = 0; i < Lines; i++)
                {
                    Assert.True(log.TryWrite(Entry((writer * Lines) + i)));
                }
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, Writers * Lines), Counts(File).Order());
    }

    [Fact]
    public async Task NoneIsLostWhileOthersRollTheFile()
    {
        const int Writers = 4;
        const int Lines = 40;
        var start = new Barrier(Writers);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            () =>
            {
                // One roll, at half of the lines: what is dropped when the next follows is dropped by design.
                var log = Create(maxBytes: 2 * 220 * Writers * Lines * 3 / 4);
                start.SignalAndWait(TestContext.Current.CancellationToken);
                for (var i = 0; i < Lines; i++)
                {
                    Assert.True(log.TryWrite(Entry((writer * Lines) + i)));
                }
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(["alerts.1.jsonl", "alerts.jsonl"], Folder.Files);
        Assert.Equal(Enumerable.Range(0, Writers * Lines), Counts(Former).Concat(Counts(File)).Order());
    }

    [Fact]
    public void AFileThatIsMovedBeforeItIsLockedIsOpenedAgain()
    {
        var moves = 0;
        var file = new FallbackFile(File, maxBytes: 1024, atOpen: () =>
        {
            if (moves++ == 0)
            {
                System.IO.File.WriteAllText(Former, "another's, moved");
                System.IO.File.Move(Former, File, overwrite: true);
            }
        });
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Nobody moves a file there that is open.");

        file.Append("line\n"u8, isDurable: false);

        Assert.Equal("another's, moved\nline\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void WhatWasDeliveredAfterAllIsMarkedByTheIdsOfItsLines()
    {
        var log = Create();
        var ids = log.TryWriteAll([Entry(1), Entry(2)], isDurable: true);

        Assert.True(log.TryMarkDelivered([ids![1]]));

        var lines = Lines();
        Assert.Equal(ids, lines[..2].Select(line => line.GetProperty("id").GetString()));
        Assert.Equal([ids[1]], lines[2].GetProperty("delivered").EnumerateArray().Select(id => id.GetString()!));
    }

    private void AssertIsPrivate()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    private static IEnumerable<int> Counts(string file)
        => System.IO.File.ReadLines(file)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("count").GetInt32());

    private FakeLogger Logger() => new(Said);

    private List<JsonElement> Lines()
        => [.. System.IO.File.ReadLines(File).Select(line => JsonDocument.Parse(line).RootElement)];
}
