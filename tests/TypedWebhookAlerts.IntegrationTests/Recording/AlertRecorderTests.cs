using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Recording;

/// <summary>A recorder sees what its own flow raises, at once, with the values it was raised with.</summary>
public sealed class AlertRecorderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void AnAlertIsRecordedWhenItsCallReturns()
    {
        using var recorder = AlertRecorder.Start();

        ShopAlerts.ShardDisconnected(3, TimeSpan.FromMinutes(90), "asked to_reconnect");

        var alert = recorder.Single(nameof(ShopAlerts.ShardDisconnected));
        Assert.Equal(3, alert.Get<int>("shard"));
        Assert.Equal(TimeSpan.FromMinutes(90), alert.Get<TimeSpan>("uptime"));
        Assert.Equal("asked to_reconnect", alert.Get<string>("reason"));
        Assert.Equal(LogLevel.Warning, alert.Level);
        Assert.Equal("Shard 3 lost its gateway after 01:30: asked to_reconnect", alert.Text);
        Assert.Null(alert.Exception);
        Assert.Equal(["reason", "shard", "uptime"], alert.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheTextHasEveryPartAndTheExceptionIsTheOneThatWasGiven()
    {
        using var recorder = AlertRecorder.Start();
        var exception = new InvalidOperationException("no stock");

        ShopAlerts.CommandFailed("cart", "it broke", 42, exception);

        var alert = recorder.Single("ShopAlerts.CommandFailed");
        Assert.Same(exception, alert.Exception);
        Assert.Same(exception, alert.Get<Exception>("exception"));
        Assert.Equal(42UL, alert.Get<ulong>("invokedBy"));
        string[] parts = ["Command failed", "**it broke**", "Component: cart", "Shop", "no stock"];
        Assert.All(parts, part => Assert.Contains(part, alert.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void AValueIsGivenAsTheTypeThatATestWants()
    {
        using var recorder = AlertRecorder.Start();
        Assert.True(ShopAlerts.Closed(DayOfWeek.Friday, null, new Uri("https://example.com/a"), "hunter2"));
        ShopAlerts.ShardDisconnected(3, TimeSpan.FromMinutes(90), "gone");

        var closed = recorder.Single(nameof(ShopAlerts.Closed));
        Assert.Equal(DayOfWeek.Friday, closed.Get<DayOfWeek>("day"));
        Assert.Equal(DayOfWeek.Friday, closed.Get<DayOfWeek?>("day"));
        Assert.Null(closed.Get<DayOfWeek?>("other"));
        Assert.Equal(new Uri("https://example.com/a"), closed.Get<Uri>("address"));
        Assert.Equal("[secret]", closed.Get<string>("by"));
        var shard = recorder.Single(nameof(ShopAlerts.ShardDisconnected));
        Assert.Equal(3L, shard.Get<long>("shard"));
        Assert.Equal(3.0, shard.Get<double>("shard"));
        Assert.Equal((byte)3, shard.Get<byte?>("shard"));
        Assert.Equal("3", shard.Get<string>("shard"));
        Assert.Equal("01:30:00", shard.Get<string>("uptime"));
    }

    [Fact]
    public void AClassifiedValueIsGivenAsItWasPassedAndShownErased()
    {
        using var recorder = AlertRecorder.Start();

        ShopAlerts.SignInFailed("ann@example.com", 41);

        var alert = recorder.Single(nameof(ShopAlerts.SignInFailed));
        Assert.Equal("[erased] of [erased] could not sign in", alert.Text);
        Assert.Equal("ann@example.com", alert.Get<string>("mail"));
        Assert.Equal("41", alert.Get<string>("age"));
        Assert.DoesNotContain("ann", alert.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeOfATestIsToldWithWhatThereIs()
    {
        using var recorder = AlertRecorder.Start();
        ShopAlerts.ShardDisconnected(-3, TimeSpan.FromMinutes(90), "gone");
        ShopAlerts.Closed(DayOfWeek.Friday, null, new Uri("https://example.com/a"), "hunter2");
        var alert = recorder.Single(nameof(ShopAlerts.ShardDisconnected));

        var noName = Assert.Throws<AlertAssertionException>(() => alert.Get<int>("shrd"));
        var noType = Assert.Throws<AlertAssertionException>(() => alert.Get<Guid>("shard"));
        var noRoom = Assert.Throws<AlertAssertionException>(() => alert.Get<byte>("shard"));
        var noNull = Assert.Throws<AlertAssertionException>(
            () => recorder.Single(nameof(ShopAlerts.Closed)).Get<DayOfWeek>("other"));
        var none = Assert.Throws<AlertAssertionException>(() => recorder.Single("Shard"));
        var several = Assert.Throws<AlertAssertionException>(() => recorder.Single());
        var any = Assert.Throws<AlertAssertionException>(() => recorder.None());

        Assert.Contains("'shrd'", noName.Message, StringComparison.Ordinal);
        Assert.Contains("shard (Int32) = -3", noName.Message, StringComparison.Ordinal);
        Assert.EndsWith("shard (Int32) = -3 is no Guid.", noType.Message, StringComparison.Ordinal);
        Assert.EndsWith("is no Byte.", noRoom.Message, StringComparison.Ordinal);
        Assert.EndsWith("= null is no DayOfWeek.", noNull.Message, StringComparison.Ordinal);
        Assert.Contains("Expected one Shard, but there are 0", none.Message, StringComparison.Ordinal);
        Assert.Contains("Shard -3 lost its gateway", none.Message, StringComparison.Ordinal);
        Assert.Contains("but there are 2", several.Message, StringComparison.Ordinal);
        Assert.Contains("Expected no alert", any.Message, StringComparison.Ordinal);
        recorder.None("Shard");
    }

    [Fact]
    public async Task TestsThatRunSideBySideDoNotSeeEachOther()
    {
        var together = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(test => Task.Run(() =>
        {
            using var recorder = AlertRecorder.Start();
            together.SignalAndWait(Cancellation);
            for (var i = 0; i < 100; i++)
            {
                ShopAlerts.ShardDisconnected(test, TimeSpan.Zero, "gone");
            }

            together.SignalAndWait(Cancellation);
            Assert.Equal(100, recorder.All.Count);
            Assert.All(recorder.All, alert => Assert.Equal(test, alert.Get<int>("shard")));
        }, Cancellation)));
    }

    [Fact]
    public async Task WhatTheTestStartsIsSeenAndWhatRanBeforeIsNot()
    {
        var go = new TaskCompletionSource();
        var before = Task.Run(
            async () =>
            {
                await go.Task;
                return WebhookAlerts.Pipeline;
            },
            Cancellation);
        using var recorder = AlertRecorder.Start();

        await Task.Run(() => ShopAlerts.ShardDisconnected(1, TimeSpan.Zero, "gone"), Cancellation);
        go.SetResult();

        Assert.NotSame(recorder.Pipeline, await before);
        Assert.Same(recorder.Pipeline, WebhookAlerts.Pipeline);
        Assert.Single(recorder.All);
    }

    [Fact]
    public async Task TheInnermostRecorderRecordsAndTheOuterOneGoesOnAfterIt()
    {
        using var outer = AlertRecorder.Start();
        Task<AlertPipeline> late;
        var go = new TaskCompletionSource();
        using (var inner = AlertRecorder.Start())
        {
            ShopAlerts.ShardDisconnected(1, TimeSpan.Zero, "gone");
            late = Task.Run(
                async () =>
                {
                    await go.Task;
                    return WebhookAlerts.Pipeline;
                },
                Cancellation);
            Assert.Single(inner.All);
        }

        go.SetResult();
        ShopAlerts.ShardDisconnected(2, TimeSpan.Zero, "gone");

        Assert.Equal(2, outer.Single().Get<int>("shard"));
        Assert.Same(outer.Pipeline, await late);
    }

    [Fact]
    public void AfterItsDisposalTheFlowIsBackToNormal()
    {
        var ambient = WebhookAlerts.Pipeline;
        var recorder = AlertRecorder.Start();
        Assert.NotSame(ambient, WebhookAlerts.Pipeline);
        ShopAlerts.ShardDisconnected(1, TimeSpan.Zero, "gone");

        recorder.Dispose();

        Assert.NotSame(recorder.Pipeline, WebhookAlerts.Pipeline);
        Assert.Single(recorder.All);
    }

    [Fact]
    public void AlertsThatAreGivenAPipelineAreGivenItsOwn()
    {
        using var recorder = AlertRecorder.Start();

        recorder.Pipeline.Given("one");

        Assert.Equal("one of an own pipeline", recorder.Single().Text);
    }

    [Fact]
    public async Task AReceiptEndsAsDelivered()
    {
        using var recorder = AlertRecorder.Start();
        var id = Guid.NewGuid();

        var receipt = ShopAlerts.OrderLost(id);

        Assert.Equal(AlertOutcomeKind.Delivered, (await receipt.Delivered).Kind);
        Assert.Equal(id, recorder.Single().Get<Guid>("id"));
    }

    [Fact]
    public void AnIncidentIsOneAlertWithItsUpdatesAndItsEnd()
    {
        using var recorder = AlertRecorder.Start();
        var open = ShopAlerts.DatabaseDown("db2");
        using (var incident = ShopAlerts.DatabaseDown("db1"))
        {
            incident.Update("trying again");
            incident.Update("still trying");
            var alert = recorder.Named(nameof(ShopAlerts.DatabaseDown))[1];
            Assert.Equal(["trying again", "still trying"], alert.Updates);
            Assert.False(alert.IsResolved);
            incident.Resolve("it was the cable");
        }

        var (other, down) = (recorder.All[0], recorder.All[1]);
        Assert.Equal((true, "it was the cable"), (down.IsResolved, down.Resolution));
        Assert.Equal((false, null), (other.IsResolved, other.Resolution));
        Assert.Empty(other.Updates);
        open.Dispose();
        Assert.Equal((true, null), (other.IsResolved, other.Resolution));
        Assert.Equal(2, recorder.All.Count);
    }

    [Fact]
    public void NoBudgetAndNoRingIsEverFull()
    {
        using var recorder = AlertRecorder.Start();
        var text = new string('x', 4000);

        for (var i = 0; i < 1_000; i++)
        {
            Assert.True(ShopAlerts.Closed(DayOfWeek.Monday, null, new Uri("https://example.com/"), ""));
            ShopAlerts.ShardDisconnected(i, TimeSpan.Zero, text);
        }

        Assert.Equal(2_000, recorder.All.Count);
        recorder.Clear();
        recorder.None();
    }

    [Fact]
    public async Task AlertsOfManyThreadsAreAllRecorded()
    {
        using var recorder = AlertRecorder.Start();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                ShopAlerts.ShardDisconnected(thread, TimeSpan.Zero, "gone");
            }
        }, Cancellation)));

        Assert.Equal(20_000, recorder.All.Count);
        Assert.All(Enumerable.Range(0, 4), thread =>
            Assert.Equal(5_000, recorder.All.Count(alert => alert.Get<int>("shard") == thread)));
    }
}
