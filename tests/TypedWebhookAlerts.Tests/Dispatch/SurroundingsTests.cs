using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Testing;
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
        _line.Configure(new Context(() => "12 guilds"));
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

        _line.Configure(new Context(() => "12 guilds"));
        Assert.Equal("12 guilds", surroundings.Describe(isPump: true));
    }

    [Fact]
    public void TheContextIsAskedOnceASecondAtMost()
    {
        var asked = 0;
        _line.Configure(new Context(() => $"asked {++asked}"));
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
        _line.Configure(new Context(() => "12 guilds"));
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
        _line.Configure(new Context(() => text));

        Assert.Equal("Bot · just started", Of("Bot").Describe(isPump: true));
    }

    [Fact]
    public void ALongLineIsCutAt200CodePoints()
    {
        _line.Configure(new Context(() => string.Concat(Enumerable.Repeat("😀", 201))));

        Assert.Equal(
            string.Concat(Enumerable.Repeat("😀", 199)) + "…", Of(application: null).Describe(isPump: true));
    }

    [Fact]
    public void AContextThatThrowsGivesNoLineAndIsToldOfOnceUntilItWorksAgain()
    {
        var isBroken = true;
        _line.Configure(new Context(() => isBroken ? throw new InvalidOperationException("a secret") : "12 guilds"));
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

    private Surroundings Of(string? application) => new(application, _line, _time, _time.GetTimestamp());

    private sealed class Context(Func<string?> describe) : IAlertContext
    {
        public string? Describe() => describe();
    }
}
