using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Dispatch;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class ReloadNotesTests
{
    private readonly FakeLogger _log = new();
    private readonly ReloadNotes _notes;

    public ReloadNotesTests() => _notes = new ReloadNotes(new WebhookAlertOptions(), _log);

    [Fact]
    public void AnOptionThatNeedsARestartIsToldOnceForEachChangeOfIt()
    {
        Tell(ringBytes: 128 * 1024);
        Tell(ringBytes: 128 * 1024);
        Tell(ringBytes: 256 * 1024);
        Tell(ringBytes: 256 * 1024);

        Assert.Equal(
            Enumerable.Repeat("The option RingBytes was changed: that takes effect at the next start only.", 2),
            Restarts());
    }

    [Fact]
    public void TheValueOfTheStartIsTheOneInEffect()
    {
        Tell(dataFolder: "data");
        Tell();
        Tell();

        Assert.Equal(["The option DataFolder was changed: that takes effect at the next start only."], Restarts());
        Assert.Equal(3, _log.Collector.GetSnapshot().Count(record => record.Id.Name == "OptionsReloaded"));
    }

    private void Tell(int ringBytes = 1024 * 1024, string? dataFolder = null)
        => _notes.Tell(new WebhookAlertOptions { RingBytes = ringBytes, DataFolder = dataFolder });

    private IEnumerable<string> Restarts()
        => _log.Collector.GetSnapshot()
            .Where(record => record.Id.Name == "OptionNeedsRestart")
            .Select(record => record.Message);
}
