using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Judging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>The judge finds each lie that is put into a story in which nothing is wrong.</summary>
public sealed class JudgeTests
{
    private static readonly Lazy<Task<CourseOfEvents>> s_honest = new(PlayAsync);

    private static readonly Dictionary<string, Func<CourseOfEvents, CourseOfEvents>> s_lies = new()
    {
        ["a message is missing"] = course => course.Without(course.FirstPost()),
        ["a message is there twice"] = course => course.WithTwin(course.FirstPost()),
        ["an alert has changed its webhook"] = course => course.Replacing(
            course.FirstPost(), request => request with { WebhookId = course.Webhooks["info"] }),
        ["an answer never came"] = course => course.Replacing(
            course.FirstPost(), request => request with { AnsweredAt = null }),
        ["an edit was not answered"] = course => course.Replacing(
            course.LastEdit(), request => request with { AnsweredAt = null }),
        ["a counter counts one more"] = course => course.Rewriting("×8", "×9"),
        ["a counter counts one less"] = course => course.Rewriting("×8", "×7"),
        ["a text is another's"] = course => course.Rewriting("Alert 3", "Alert 4"),
        ["a text is nobody's"] = course => course.Rewriting("Alert 3", "Alert 999"),
        ["a repeated Critical does not say so"] = course => course.WithoutMark(),
        ["two messages are in another order"] = course => course.Swapping(course.FirstPost(), course.SecondPost()),
        ["a window refused a request"] = course => course.Replacing(
            course.Question(), request => request with { StatusCode = 429, RateLimitScope = "shared" }),
        ["a request was bad"] = course => course.Replacing(
            course.Question(), request => request with { StatusCode = 400, ErrorCode = 50035 }),
        ["two requests were under way together"] = course => course with { MostInFlight = 2 },
        ["the ledger counts one more as delivered"] = course => course with
        {
            Ledger = course.Ledger with
            {
                Delivered = course.Ledger.Delivered + 1,
                Coalesced = course.Ledger.Coalesced - 1,
            },
        },
        ["the ledger hides a loss"] = course => course with
        {
            Ledger = course.Ledger with
            {
                Accepted = course.Ledger.Accepted - 1,
                DroppedBy = course.Ledger.DroppedBy.With(DropReason.Unconfirmed, -1),
            },
        },
        ["a route takes another's alert"] = course => course with
        {
            Routes = course.Routes.ToDictionary(
                route => route.Key,
                route => route.Value with
                {
                    Accepted = route.Value.Accepted + (route.Key == "info" ? 1 : -1),
                    Delivered = route.Value.Delivered + (route.Key == "info" ? 1 : -1),
                }),
        },
        ["an alert is still pending"] = course => course with
        {
            Ledger = course.Ledger with { Pending = 1, Delivered = course.Ledger.Delivered - 1 },
        },
        ["a call was refused in silence"] = course => course with { Refused = course.Refused + 1 },
        ["a call was never counted"] = course => course with { Raised = [.. course.Raised.Skip(1)] },
        ["a receipt never ended"] = course => course.Telling(course.DeliveredRaise(), null),
        ["a receipt says dropped of what is shown"] = course => course.Telling(
            course.DeliveredRaise(), AlertOutcome.Dropped(DropReason.QueueFull)),
        ["a receipt says delivered of what nobody answered"] = course => course.Telling(
            course.RaiseDroppedFor(DropReason.Unconfirmed), AlertOutcome.Delivered),
        ["a receipt is sure of what cannot be known"] = course => course.Telling(
            course.RaiseDroppedFor(DropReason.Unconfirmed), AlertOutcome.Dropped(DropReason.Undeliverable)),
        ["a receipt says coalesced of what no counter counts"] = course => course.Telling(
            course.RaiseDroppedFor(DropReason.Fallback), AlertOutcome.Coalesced),
        ["the file lacks a line"] = course => course with { File = [.. course.File.Skip(1)] },
        ["the file has a line too many"] = course => course with { File = [.. course.File, course.File[0]] },
        ["the file has an alert under another's name"] = course => course with
        {
            File = [course.File[0] with { Text = "Alert 3" }, .. course.File.Skip(1)],
        },
        ["a line stands for more"] = course => course with
        {
            File = [course.File[0] with { Count = 2 }, .. course.File.Skip(1)],
        },
        ["the channel is told of less"] = course => course.Rewriting("Alerts missed here", "Something else"),
    };

    public static TheoryData<string> Lies => [.. s_lies.Keys];

    [Fact]
    public async Task AStoryInWhichNothingIsWrongHasNoFinding()
    {
        var course = await s_honest.Value;

        Assert.Empty(Judge.FindBreaches(course));

        // It has all that the lies are about.
        Assert.NotEmpty(course.File);
        Assert.NotEmpty(ChannelReader.ReadLosses(course.Timeline));
        Assert.True(course.Ledger.DroppedFor(DropReason.Unconfirmed) > 0);
        Assert.True(course.Ledger.Coalesced > 0);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task EachLieIsFound(string lie)
    {
        var honest = await s_honest.Value;

        Assert.NotEmpty(Judge.FindBreaches(s_lies[lie](honest)));
    }

    private static void HangOnce(Stage stage)
        => stage.Discord.Faults.For(stage.Webhook("error")).OnPosts().Next().AnswerWith(Fault.HangAfterStoring);

    private static async Task<CourseOfEvents> PlayAsync()
    {
        var scenario = new Scenario
        {
            RoundTrip = 40.Milliseconds(),
            Routes = ["error", "info"],
            HasFile = true,
            ToldRoutes = ["error", "info"],
        };
        scenario.At(0.Seconds()).Raise(12).Raise(3, LogLevel.Information).Repeat("disk", 5);
        scenario.At(20.Seconds()).Repeat("disk", 3);
        scenario.At(60.Seconds())
            .Do(HangOnce)
            .Raise(1, LogLevel.Critical);
        scenario.At(120.Seconds())
            .Do(HangOnce)
            .Raise(2);
        scenario.At(5.Minutes()).Fail("error", Fault.Unavailable);
        scenario.Every(30.Seconds(), from: 6.Minutes(), until: 25.Minutes()).Raise();
        scenario.At(25.Minutes()).Heal();
        return await scenario.PlayAsync(1.Hours());
    }
}
