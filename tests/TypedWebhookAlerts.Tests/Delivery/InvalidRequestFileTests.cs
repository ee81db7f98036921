using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>The file in <c>DataFolder</c>, and what others may have put in its place.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class InvalidRequestFileTests : IDisposable
{
    private const string Name = "webhook-alerts-refused.txt";
    private const string Heading = "TypedWebhookAlerts: refused requests by minute, 1\n";
    private const long Minute = 29_453_760;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeLogCollector _said = new();

    public InvalidRequestFileTests()
        => Assert.SkipWhen(OperatingSystem.IsWindows(), "Its rights, links and pipes are others.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryFolderThatItMakesIsItsUsersAlone()
    {
        Directory.CreateDirectory(_folder.File("there"));
        File.SetUnixFileMode(_folder.File("there"), Private | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        Create("there/a/b/c").Write(One());

        foreach (var made in (string[])["there/a", "there/a/b", "there/a/b/c"])
        {
            Assert.Equal(Private | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File(made)));
        }

        Assert.Equal(
            Private | UnixFileMode.UserExecute | UnixFileMode.OtherExecute,
            File.GetUnixFileMode(_folder.File("there")));
        Assert.Equal(Private, File.GetUnixFileMode(_folder.File($"there/a/b/c/{Name}")));
        Assert.Equal(0, _said.Count);
    }

    [Fact]
    public void ASymbolicLinkIsNeitherReadNorReplaced()
    {
        File.WriteAllText(_folder.File("elsewhere"), $"{Heading}{Minute} 900\n");
        File.CreateSymbolicLink(_folder.File(Name), _folder.File("elsewhere"));
        var file = Create();

        Assert.Null(file.Read(Minute));
        file.Write(One());

        Assert.Equal($"{Heading}{Minute} 900\n", File.ReadAllText(_folder.File("elsewhere")));
        Assert.NotNull(new FileInfo(_folder.File(Name)).LinkTarget);
        Assert.Equal(
            ["RefusedRequestsIgnored", "RefusedRequestsNotKept"], _said.GetSnapshot().Select(line => line.Id.Name!));
        Assert.All(
            _said.GetSnapshot(),
            line => Assert.Contains("(it is a symbolic link)", line.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void WhatOthersMayWriteIsNotBelievedAndReplacedByWhatTheyMayNot(UnixFileMode more)
    {
        File.WriteAllText(_folder.File(Name), $"{Heading}{Minute} 900\n");
        File.SetUnixFileMode(_folder.File(Name), Private | more);
        var file = Create();

        Assert.Null(file.Read(Minute));
        file.Write(One());

        Assert.Contains(
            "(others may write to it)", Assert.Single(_said.GetSnapshot()).Message, StringComparison.Ordinal);
        Assert.Equal(Private, File.GetUnixFileMode(_folder.File(Name)));
        Assert.Equal(1, file.Read(Minute)!.At(Minute));
    }

    [Fact]
    public void WhatTheSystemSaysOfAFileIsNotRepeatedForItNamesThePath()
    {
        File.WriteAllText(_folder.File("there"), "");
        Create("there/sub").Write(One());
        Directory.CreateDirectory(_folder.File($"full/{Name}"));
        Create("full").Write(One());

        Assert.Equal(2, _said.Count);
        Assert.All(_said.GetSnapshot(), line =>
        {
            Assert.Equal("RefusedRequestsNotKept", line.Id.Name);
            Assert.Matches(@"\([A-Za-z]+Exception\)", line.Message);
            Assert.DoesNotContain(_folder.File(""), line.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task APipeHoldsNoReaderUp()
    {
        Pipe.Create(_folder.File(Name));

        Assert.Null(await Task.Run(() => Create().Read(Minute), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task APipeThatComesAfterItWasLookedAtHoldsNoReaderUp()
    {
        Pipe.Create(_folder.File(Name));

        var opening = Task.Run(
            () => PrivateFile.Open(_folder.File(Name), FileShare.ReadWrite), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<UnsafeFileException>(() => opening.WaitAsync(
            TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private static MinuteCounts One()
    {
        var counts = new MinuteCounts();
        counts.Add(Minute, 1);
        return counts;
    }

    private InvalidRequestFile Create(string folder = "")
        => new(_folder.File(folder), new FakeLogger(_said));
}
