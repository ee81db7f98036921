using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class FallbackWriterTests
{
    private static readonly AlertOrigin s_origin = new("Shop.BotAlerts.Numbered", 1, LogLevel.Error, default);

    [Fact]
    public async Task WhatWaitsIsPendingAndBoundedAndWhatCannotBeWrittenIsDropped()
    {
        using var letGo = new ManualResetEventSlim();
        var log = new ScriptedLogger(_ => letGo.Wait());
        var ledger = new OutcomeCounters();
        var options = new FallbackOptions { Path = Path.Combine(Path.GetTempPath(), "no-such-folder", "alerts.jsonl") };
        var chain = new FallbackChain(new FallbackLog(options, null, TimeProvider.System, log), log);
        var writer = new FallbackWriter(chain, ledger, maxBytes: 2048);
        Assert.True(writer.IsResting);
        var added = 0;
        while (writer.HasRoom)
        {
            Assert.InRange(++added, 1, 4);
            writer.Add(s_origin, "error", nameof(DropReason.NoRoute), Render(), tracker: null);
        }

        var written = writer.Written;
        Assert.False(written.IsCompleted);
        Assert.Equal((added, false), (writer.Pending, writer.IsResting));
        letGo.Set();
        await written;
        SpinWait.SpinUntil(() => writer.IsResting);

        Assert.Equal((0, added), (writer.Pending, ledger.Dropped[DropReason.NoRoute]));
        Assert.True(writer.HasRoom);
    }

    private static RenderedAlert Render()
    {
        var formatter = new DiscordEmbedFormatter(new RenderingOptions());
        formatter.Begin(new AlertHeading(LogLevel.Error, Color: -1, default));
        formatter.BeginDescription();
        formatter.Text(new string('x', 100));
        formatter.End();
        return formatter.Finish();
    }
}
