using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Testing;
using TypedWebhookAlerts.Tests.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class SurroundingsTests
{
    private readonly VirtualTime _time = new();
    private readonly FakeLogger _log = new();
    private readonly ContextLine _line;

    public SurroundingsTests() => _line = new ContextLine(_log);

    [Fact]
    public void TheUptimeCountsFromThePipelinesStart()
    {
        var surroundings = Of("Bot 1.0.0 · host");

        Assert.Equal("Bot 1.0.0 · host · just started", surroundings.Describe(isPump: true));
        _time.Advance(TimeSpan.FromHours(3));
        Assert.Equal("Bot 1.0.0 · host · up 3 h", surroundings.Describe(isPump: true));
    }

    [Fact]
    public void WhileNothingChangesTheSameTextIsGivenAndNothingIsAllocated()
    {
        Ask(() => "12 guilds");
        var surroundings = Of("Bot");
        _time.Advance(TimeSpan.FromHours(1));
        var text = surroundings.Describe(isPump: true);
        _time.Advance(TimeSpan.FromMinutes(59));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var later = surroundings.Describe(isPump: true);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(text, later);
    }

    [Fact]
    public void WithoutTheApplicationOnlyItsOwnLineIsLeft()
    {
        var surroundings = Of(application: null);
        Assert.Null(surroundings.Describe(isPump: true));

        Ask(() => "12 guilds");
        Assert.Equal("12 guilds", surroundings.Describe(isPump: true));
    }

    [Fact]
    public void TheContextIsAskedOnceASecondAtMost()
    {
        var asked = 0;
        Ask(() => $"asked {++asked}");
        var surroundings = Of(application: null);

        Assert.Equal("asked 1", surroundings.Describe(isPump: true));
        Assert.Equal("asked 1", surroundings.Describe(isPump: true));
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("asked 1", surroundings.Describe(isPump: true));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("asked 2", surroundings.Describe(isPump: true));
    }

    [Fact]
    public void OnlyThePumpAsks()
    {
        Ask(() => "12 guilds");
        var lane = Of(application: null);

        Assert.Null(lane.Describe(isPump: false));
        Of(application: null).Describe(isPump: true);
        Assert.Equal("12 guilds", lane.Describe(isPump: false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void AContextThatHasNothingToSayGivesNoLine(string? text)
    {
        Ask(() => text);

        Assert.Equal("Bot · just started", Of("Bot").Describe(isPump: true));
    }

    [Fact]
    public void ALongLineIsCutAt200CodePoints()
    {
        Ask(() => string.Concat(Enumerable.Repeat("😀", 201)));

        Assert.Equal(
            string.Concat(Enumerable.Repeat("😀", 199)) + "…", Of(application: null).Describe(isPump: true));
    }

    [Fact]
    public void AContextThatThrowsGivesNoLineAndIsToldOfOnceUntilItWorksAgain()
    {
        var isBroken = true;
        Ask(() => isBroken ? throw new InvalidOperationException("a secret") : "12 guilds");
        var surroundings = Of("Bot");

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("Bot · just started", surroundings.Describe(isPump: true));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var told = Assert.Single(_log.Collector.GetSnapshot());
        Assert.Equal(106, told.Id.Id);
        Assert.Contains(nameof(InvalidOperationException), told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.Message, StringComparison.Ordinal);

        isBroken = false;
        Assert.Equal("Bot · just started · 12 guilds", surroundings.Describe(isPump: true));
        isBroken = true;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Bot · just started", surroundings.Describe(isPump: true));
        Assert.Equal(2, _log.Collector.Count);
    }

    [Fact]
    public void NeitherTheLineNorTheApplicationsNameShowsASecretHoweverTheyAreCut()
    {
        for (var begin = 0; begin < 220; begin++)
        {
            var told = new string('x', begin) + Planted.Secret;
            _line.Configure(new Context(() => told), Planted.Redactor);
            var shown = Of(ApplicationInfo.Describe(ApplicationInfo.Name(told, Planted.Redactor), Planted.Redactor))
                .Describe(isPump: true);

            Assert.DoesNotContain("plant_", shown, StringComparison.Ordinal);
            Assert.StartsWith(new string('x', Math.Min(begin, 79)), shown, StringComparison.Ordinal);
        }

        _line.Configure(
            new Context(() => new string(' ', 4000) + new string('x', 4070) + Planted.Secret), Planted.Redactor);
        Assert.DoesNotContain("plant_", Of(application: null).Describe(isPump: true), StringComparison.Ordinal);
    }

    private void Ask(Func<string?> describe) => _line.Configure(new Context(describe), TextRedactor.Default);

    private Surroundings Of(string? application) => new(application, _line, _time, _time.GetTimestamp());

    private sealed class Context(Func<string?> describe) : IAlertContext
    {
        public string? Describe() => describe();
    }
}
