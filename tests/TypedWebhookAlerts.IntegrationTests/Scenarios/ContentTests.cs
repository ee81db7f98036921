using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Alerts as plain content, from the call to the channel.</summary>
public sealed class ContentTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(2000)]
    [InlineData(4096)]
    public async Task TheyArePackedFoldedAndCountedWithinTheCap(int maxMessageLength)
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.UseEmbeds = false;
            options.MaxMessageLength = maxMessageLength;
            var webhook = discord.AddWebhook("error");
            options.Route("error", $"{webhook.Url}?thread_id={webhook.AddThread("errors").Id}");
        });
        for (var i = 0; i < 30; i++)
        {
            run.Pipeline.NeverFolded(i);
        }

        run.Pipeline.WorkerStopped(new string('x', 5000));
        run.Run(TimeSpan.FromMinutes(1));
        run.Pipeline.WorkerStopped(new string('x', 5000));
        Assert.True(run.Flush(TimeSpan.FromMinutes(10)));

        Assert.Equal(
            "raised=32 refused=0 accepted=32 delivered=31 coalesced=1 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
        Assert.All(
            run.Discord.Messages,
            message => Assert.InRange(message.Content!.EnumerateRunes().Count(), 1, Math.Min(maxMessageLength, 2000)));
        Assert.Single(run.Discord.Messages, message => message.Content!.Contains("×2 ", StringComparison.Ordinal));
        var text = string.Join('\n', run.Discord.Messages.Select(message => message.Content));
        Assert.All(Enumerable.Range(0, 30), i => Assert.Contains($"{i} once", text, StringComparison.Ordinal));
    }
}
