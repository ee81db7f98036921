using System.Net;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Acceptance.Language;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance;

/// <summary>Each fault of the simulator's plan, with alerts before it, in it and after it.</summary>
public sealed class FaultScenarios
{
    private static readonly Dictionary<string, Fault> s_passing = new()
    {
        ["503"] = Fault.Unavailable,
        ["500"] = Fault.Status(HttpStatusCode.InternalServerError, "{}"),
        ["502 of HTML"] = Fault.Status(HttpStatusCode.BadGateway, "<html>"),
        ["504, endless"] = Fault.EndlessPage(HttpStatusCode.GatewayTimeout),
        ["reset"] = Fault.Reset,
        ["429 of the webhook"] = Fault.RateLimited(RateLimitScope.User, 3.Seconds()),
        ["429 of the channel"] = Fault.RateLimited(RateLimitScope.Shared, 17.Seconds()),
        ["429 of all"] = Fault.RateLimited(RateLimitScope.Global, 1.Seconds()),
        ["429 that names no wait"] = Fault.RateLimited(RateLimitScope.User, null),
        ["429 of HTML"] = Fault.Banned,
        ["endless body"] = Fault.EndlessBody,
        ["a body that takes three seconds"] = Fault.SlowBody(3.Seconds()),
        ["a body that never ends"] = Fault.SlowBody(),
        ["a body of HTML"] = Fault.Body("<html>"),
        ["a body that is a list"] = Fault.Body("[]"),
        ["an empty body"] = Fault.Body(""),
        ["headers that lie"] = Fault.Headers(
            ("X-RateLimit-Remaining", "1000"), ("X-RateLimit-Reset-After", "-1"), ("X-RateLimit-Bucket", null)),
        ["headers without sense"] = Fault.Headers(
            ("X-RateLimit-Remaining", "many"), ("X-RateLimit-Reset-After", "1e300"), ("Retry-After", "soon")),
    };

    public static TheoryData<string, int> Passing
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var name in s_passing.Keys)
            {
                cases.Add(name, 1);
                cases.Add(name, 3);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task AFaultThatPassesLosesNothing(string fault, int times)
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Raise(12).Repeat("disk", 3);
        scenario.At(10.Seconds()).Fail(plan => plan.OnPosts().Next(times), s_passing[fault]).Raise(25);
        scenario.At(11.Seconds()).Raise(1, LogLevel.Critical).Repeat("disk", 3);
        scenario.Every(3.Seconds(), from: 12.Seconds(), until: 60.Seconds()).Raise();

        var course = await scenario.RunAsync(30.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task AFaultOfEditsLosesNothing(string fault, int times)
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Repeat("disk", 3).Fail(plan => plan.OnEdits().Next(times), s_passing[fault]);
        scenario.Every(3.Seconds(), from: 5.Seconds(), until: 60.Seconds()).Repeat("disk");

        var course = await scenario.RunAsync(30.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
        Assert.Equal(1, course.Ledger.Delivered);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task AFaultOfTheQuestionForTheChannelHoldsUpNoAlert(string fault, int times)
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Fail(plan => plan.OnReads().Next(times), s_passing[fault]);
        scenario.Every(3.Seconds(), from: 0.5.Seconds(), until: 60.Seconds()).Raise(2);

        var course = await scenario.RunAsync(30.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatIsNotAnsweredIsToldOnceBelowCriticalAndPerhapsTwiceAtCritical(bool isStored)
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(1.Seconds())
            .Fail(plan => plan.OnPosts().Next(), isStored ? Fault.HangAfterStoring : Fault.Hang)
            .Raise(3);
        scenario.At(60.Seconds())
            .Fail(plan => plan.OnPosts().Next(), isStored ? Fault.HangAfterStoring : Fault.Hang)
            .Raise(1, LogLevel.Critical);
        scenario.At(120.Seconds()).Raise(3);
        scenario.Expect(between: 0.Seconds(), and: 59.Seconds()).Alerts(0);

        // A webhook that failed is not tried for that alone at once.
        scenario.Expect(between: 59.Seconds(), and: 90.Seconds()).LossesTold(3);
        scenario.Expect(between: 60.Seconds(), and: 72.Seconds()).Alerts(1, LogLevel.Critical);
        scenario.Expect(between: 120.Seconds(), and: 121.Seconds()).Alerts(3);

        var course = await scenario.RunAsync(5.Minutes());

        Assert.Equal(3, course.Ledger.DroppedFor(DropReason.Unconfirmed));
        Assert.Equal(3, course.Ledger.Dropped);
    }

    [Theory]
    [InlineData(LogLevel.Error)]
    [InlineData(LogLevel.Critical)]
    public async Task AConnectionThatBreaksBeforeTheAnswerShowsNothingTwiceWithoutSayingSo(LogLevel level)
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(1.Seconds()).Fail(plan => plan.OnPosts().Next(), Fault.ResetAfterStoring).Raise(3, level);
        scenario.At(60.Seconds()).Raise(3);
        scenario.Expect(between: 60.Seconds(), and: 61.Seconds()).Alerts(3);
        await scenario.RunAsync(5.Minutes());
    }

    [Fact]
    public async Task WhatADeletedMessageDidNotShowIsPostedOnceMore()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), ToldRoutes = ["error"] };
        scenario.At(0.Seconds()).Repeat("disk", 3);
        scenario.At(2.Seconds()).DeleteMessages().Repeat("disk", 4);
        scenario.Expect(between: 2.Seconds(), and: 1.Minutes()).Repeats("Repeat disk", 6);

        var course = await scenario.RunAsync(10.Minutes());

        Assert.Equal(0, course.Ledger.Dropped);
    }

    [Fact]
    public async Task APoisonedMessageLosesNoneOfItsNeighbours()
    {
        var scenario = new Scenario { RoundTrip = 40.Milliseconds(), HasFile = true, ToldRoutes = ["error"] };
        scenario.At(0.Seconds())
            .Fail(
                plan => plan.OnPosts().Next(),
                Fault.Status(
                    HttpStatusCode.BadRequest, """{"code":50035,"errors":{"embeds":{"3":{"description":{}}}}}"""))
            .Raise(10);
        scenario.Expect(between: 0.Seconds(), and: 1.Seconds()).Alerts(9).Posts(2);

        var course = await scenario.RunAsync(5.Minutes());

        Assert.Equal(1, course.Ledger.Dropped);
        Assert.Equal("Alert 3", Assert.Single(course.File).Text);
    }
}
