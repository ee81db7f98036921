using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>What others may have put where the fallback file is to be: nothing is written to another place, and nobody
/// else reads it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FallbackFileSafetyTests : FallbackTests
{
    private const string Precious = "somebody's own\n";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public FallbackFileSafetyTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its rights, links and pipes are others.");
        System.IO.File.WriteAllText(Elsewhere, Precious);
    }

    private string Beside => Folder.File("alerts.jsonl.tmp");

    private string Elsewhere => Folder.File("elsewhere");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("nowhere")]
    public void ASymbolicLinkIsNotFollowed(string target)
    {
        System.IO.File.CreateSymbolicLink(File, Folder.File(target));

        Assert.False(Create().TryWrite(Entry()));

        Assert.Equal(Precious, System.IO.File.ReadAllText(Elsewhere));
        Assert.False(System.IO.File.Exists(Folder.File("nowhere")));
        AssertSaid("it is a symbolic link");
    }

    [Fact]
    public void ALinkThatComesWhileTheFileIsOpenedIsRefused()
    {
        System.IO.File.WriteAllText(File, "a line\n");
        var file = new FallbackFile(File, maxBytes: 1024, atOpen: () =>
        {
            System.IO.File.Delete(File);
            System.IO.File.CreateSymbolicLink(File, Elsewhere);
        });

        Assert.Throws<UnsafeFileException>(() => file.Append("line\n"u8, isDurable: false));

        Assert.Equal(Precious, System.IO.File.ReadAllText(Elsewhere));
    }

    [Fact]
    public void AFileThatWasReachedThroughALinkIsNotTaken()
    {
        System.IO.File.WriteAllText(File, "a line\n");

        // As if the link had been there when the file was opened: what is open is what it leads to.
        Assert.Throws<UnsafeFileException>(() => PrivateFile.Open(File, FileShare.None, () =>
        {
            System.IO.File.Move(File, Elsewhere, overwrite: true);
            System.IO.File.CreateSymbolicLink(File, Elsewhere);
        }));
    }

    [Fact]
    public void ALinkInThePlaceOfTheFormerFileIsReplacedAndNotFollowed()
    {
        System.IO.File.CreateSymbolicLink(Former, Elsewhere);
        var log = Create(maxBytes: 2048);
        for (var i = 0; i < 20; i++)
        {
            Assert.True(log.TryWrite(Entry()));
        }

        Assert.Equal(Precious, System.IO.File.ReadAllText(Elsewhere));
        Assert.Null(new FileInfo(Former).LinkTarget);
        Assert.Equal(Private, System.IO.File.GetUnixFileMode(Former));
    }

    [Fact]
    public void ALinkBesideTheFileIsNotFollowedWhenOldLinesAreRemoved()
    {
        var log = Create();
        log.TryWrite(Entry(1));
        Time.Advance(TimeSpan.FromDays(20));
        log.TryWrite(Entry(2));
        System.IO.File.CreateSymbolicLink(Beside, Elsewhere);
        Time.Advance(TimeSpan.FromDays(20));

        Assert.True(log.TryWrite(Entry(3)));

        Assert.Equal(Precious, System.IO.File.ReadAllText(Elsewhere));
        Assert.Equal(2, System.IO.File.ReadAllLines(File).Length);
        Assert.Equal(Private, System.IO.File.GetUnixFileMode(File));
        Assert.False(System.IO.File.Exists(Beside));
    }

    [Fact]
    public void AFolderThatIsALinkIsWhereItsOwnerWantsTheFile()
    {
        var folder = Directory.CreateDirectory(Folder.File("real")).FullName;
        Directory.CreateSymbolicLink(Folder.File("link"), folder);

        Assert.True(Create(path: Folder.File("link/alerts.jsonl")).TryWrite(Entry()));

        Assert.Single(System.IO.File.ReadAllLines(Path.Combine(folder, "alerts.jsonl")));
    }

    [Fact]
    public void AFolderInThePlaceOfTheFileIsSaid()
    {
        Directory.CreateDirectory(File);

        Assert.False(Create().TryWrite(Entry()));
        AssertSaid("it is a folder");
    }

    [Fact]
    public async Task APipeInThePlaceOfTheFileHoldsNobodyUpAndTakesNothing()
    {
        Pipe.Create(File);
        var log = Create();

        Assert.False(await Task.Run(() => log.TryWrite(Entry()), Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        AssertSaid("it is no regular file");
    }

    [Fact]
    public void WhatIsNoFileIsNotTriedAgain()
    {
        Pipe.Create(File);
        var opened = 0;
        var file = new FallbackFile(File, maxBytes: 1024, atOpen: () => opened++);

        Assert.Throws<UnsafeFileException>(() => file.Append("line\n"u8, isDurable: false));

        Assert.Equal(1, opened);
    }

    [Fact]
    public void AnotherFileThatOthersCanReadIsSaidAgain()
    {
        System.IO.File.WriteAllText(File, "");
        var log = Create();
        Assert.True(log.TryWrite(Entry()));
        log.Configure(new FallbackOptions { Path = Elsewhere });
        Assert.True(log.TryWrite(Entry()));

        Assert.Equal(
            ["FallbackNarrowed", "FallbackNarrowed"], Said.GetSnapshot().Select(line => line.Id.Name!));
        Assert.Equal(Private, System.IO.File.GetUnixFileMode(Elsewhere));
    }

    [Fact]
    public async Task APipeInThePlaceOfTheFormerFileKeepsNoAlertOut()
    {
        Pipe.Create(Former);
        var log = Create();

        Assert.True(await Task.Run(() => log.TryWrite(Entry()), Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    [InlineData("/dev/zero")]
    public void ADeviceInThePlaceOfTheFileIsRefusedAndStaysAsItIs(string device)
    {
        Assert.SkipUnless(System.IO.File.Exists(device), "There is no such device.");
        var mode = System.IO.File.GetUnixFileMode(device);

        Assert.False(Create(path: device).TryWrite(Entry()));

        AssertSaid("it is no regular file");
        Assert.Equal(mode, System.IO.File.GetUnixFileMode(device));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead | UnixFileMode.OtherWrite)]
    [InlineData(
        UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute)]
    public void AFileThatOthersCanReadIsTheUsersAloneBeforeItIsWrittenToWhichIsSaidOnce(UnixFileMode more)
    {
        System.IO.File.WriteAllText(File, "");
        System.IO.File.SetUnixFileMode(File, Private | more);
        var log = Create();

        Assert.True(log.TryWrite(Entry()));
        Assert.True(log.TryWrite(Entry()));

        Assert.Equal(Private, System.IO.File.GetUnixFileMode(File));
        Assert.Equal("FallbackNarrowed", Assert.Single(Said.GetSnapshot()).Id.Name);
    }

    [Fact]
    public void NoUmaskMakesTheFileMoreThanItsUsers()
    {
        Assert.True(Create().TryWrite(Entry()));

        Assert.Equal(Private, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(0, Said.Count);
    }

    [Fact]
    public void WhatIsLargerThanAllMayBeIsCutToItsLastLines()
    {
        var log = Create();
        for (var i = 1; i <= 100; i++)
        {
            log.TryWrite(Entry(i));
        }

        const int MaxBytes = 4096;
        Assert.True(new FileInfo(File).Length > 2 * MaxBytes);
        Assert.True(Create(maxBytes: MaxBytes).TryWrite(Entry(101)));

        string[] lines = [.. System.IO.File.ReadLines(Former), .. System.IO.File.ReadLines(File)];
        Assert.True(lines.Length > 5);
        Assert.Equal(
            Enumerable.Range(102 - lines.Length, lines.Length).Select(number => $"\"count\":{number},"),
            lines.Select(line => line[line.IndexOf("\"count\"", StringComparison.Ordinal)..])
                .Select(rest => rest[..(rest.IndexOf(',', StringComparison.Ordinal) + 1)]));
        Assert.True(Folder.Files.Where(name => name.StartsWith("alerts", StringComparison.Ordinal))
            .Sum(name => new FileInfo(Folder.File(name)).Length) <= MaxBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"time\":\"torn")]
    public void OfWhatIsLargerThanAllMayBeOnlyWholeLinesAreKeptAndATornEndSpoilsNone(string end)
    {
        const int MaxBytes = 4096;
        var log = Create();
        for (var i = 1; i <= 40; i++)
        {
            log.TryWrite(Entry(i));
        }

        System.IO.File.AppendAllText(File, end);
        var line = (int)(new FileInfo(File).Length / 40);
        for (var bytes = MaxBytes; bytes < MaxBytes + (2 * line); bytes += line / 8)
        {
            var copy = Folder.File($"{bytes}.jsonl");
            System.IO.File.Copy(File, copy);
            Assert.True(Create(bytes, copy).TryWrite(Entry(41)));

            string[] kept = [.. Lines(Folder.File($"{bytes}.1.jsonl")), .. Lines(copy)];
            Assert.True(kept.Length > 5);
            Assert.All(kept.Where(text => text != end), text => JsonDocument.Parse(text).Dispose());
            Assert.Equal(end.Length > 0 ? 1 : 0, kept.Count(text => text == end));
        }
    }

    private static string[] Lines(string path)
        => System.IO.File.Exists(path) ? System.IO.File.ReadAllLines(path) : [];

    private void AssertSaid(string why)
    {
        var said = Assert.Single(Said.GetSnapshot());
        Assert.Equal("FallbackFailed", said.Id.Name);
        Assert.Contains($"({why})", said.Message, StringComparison.Ordinal);
    }
}
