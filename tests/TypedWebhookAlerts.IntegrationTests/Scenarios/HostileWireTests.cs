using System.Net;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What stands between the pipeline and Discord may do anything: no alert is told twice for it without saying
/// so, and none is held to be refused by Discord that Discord has not seen.</summary>
public sealed class HostileWireTests
{
    [Fact]
    public async Task AnAnswerWhoseDisposalThrowsIsAnAnswer()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenSpoil(answer =>
        {
            answer.Content = new BadContent();
            return answer;
        });
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Single(run.Faults.Posted);
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public Task WhatAHandlerThrowsAfterDiscordTookTheMessageIsSaidInItsRepetition()
        => AssertIsMarked(static () => new InvalidOperationException("a log of the answer's failed"));

    [Fact]
    public Task AHandlersOwnTimeoutIsSaidInTheRepetition()
        => AssertIsMarked(static () => new TaskCanceledException("it has less patience", new TimeoutException()));

    [Fact]
    public async Task ARedirectIsNoJudgementOnAnAlert()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.TemporaryRedirect, "<html>log in</html>");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(2));
        run.Faults.Heal();

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(2)));
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task AHandlerThatBlocksWhoeverCallsItHoldsUpNeitherTheLaneNorTheEnd()
    {
        using var released = new ManualResetEvent(initialState: false);
        await using (var run = new VirtualRun())
        {
            run.Faults.ThenBlock(released);
            run.Pipeline.Numbered(1);
            run.Run(TimeSpan.FromSeconds(20));
            run.Pipeline.Numbered(2);
            run.Run(TimeSpan.FromSeconds(20));

            Assert.Equal(1, run.Shown);
            Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed]);
        }

        released.Set();
    }

    [Fact]
    public async Task AnAbsurdRetryAfterOfAQuestionDoesNotSilenceItForYears()
    {
        await using var run = new VirtualRun(prepare: faults => faults.On(HttpMethod.Get)
            .ThenAnswer(
                HttpStatusCode.TooManyRequests,
                """{"message":"wait"}""",
                ("Retry-After", "99999999999"),
                ("X-RateLimit-Scope", "user")));
        run.Run(TimeSpan.FromHours(2));
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(2, run.Faults.Requests.Count(request => request.Method == HttpMethod.Get));
    }

    private static async Task AssertIsMarked(Func<Exception> failure)
    {
        await using var run = new VirtualRun();
        run.Faults.ThenSpoil(_ => throw failure());
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(2, run.Faults.Posted.Count);
        Assert.DoesNotContain("possibly repeated", run.Faults.Posted[0], StringComparison.Ordinal);
        Assert.Contains("possibly repeated", run.Faults.Posted[1], StringComparison.Ordinal);
    }

    private sealed class BadContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
            => throw new InvalidOperationException();

        protected override bool TryComputeLength(out long length) => throw new InvalidOperationException();

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
