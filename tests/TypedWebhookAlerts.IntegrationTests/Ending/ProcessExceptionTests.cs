using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>Processes whose exceptions nobody catches or looks at: the library tells them by itself, once.</summary>
public sealed class ProcessExceptionTests : EndingTest
{
    private const string Unhandled = "💥 Unhandled Exception";
    private const string Unobserved = "🚨 Unobserved Task Exception";

    [Theory]
    [InlineData("throw", "on the main thread")]
    [InlineData("throw-on-the-pool", "on the pool")]
    [InlineData("throw-on-the-pool", "on the pool", "hosted")]
    [InlineData("throw", "on the main thread", "twice")]
    public async Task WhatAProcessDiesOfIsToldAsCriticalBeforeItIsDead(
        string ending, string message, string surroundings = "alone")
    {
        AssertCrashed(await RunAsync(Answering, ending, "status", surroundings));

        AssertAllAreThereOnce(Raised(surroundings).Append(Unhandled));
        var told = Assert.Single(Embeds, embed => embed.Title == Unhandled);
        Assert.Equal(
            ["Error Type", "Thread", "Timestamp", "Message", "Stack Trace"], told.Fields.Select(field => field.Name));
        Assert.Equal(("System.InvalidOperationException", message), (told.Fields[0].Value, told.Fields[3].Value));
        Assert.Contains("ChildProcess", told.Fields[4].Value, StringComparison.Ordinal);
        Assert.StartsWith("TypedWebhookAlerts.ChildProcess Error Monitor", told.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAProcessDiesOfIsInTheFileWhereThereIsNoTimeToSendIt()
    {
        AssertCrashed(await RunAsync(Refusing, "throw", "status", "file-only"));

        var kept = Assert.Single(Kept(), alert => alert.Description == Unhandled);
        Assert.Equal(
            ("TypedWebhookAlerts.Monitoring.StatusAlerts.UnhandledException", "Critical"), (kept.Alert, kept.Level));

        // A Critical is sent at once: the crash may find it on its way already.
        Assert.True(kept.Reason is "Crashed" or "Unconfirmed", kept.Reason);
    }

    [Fact]
    public async Task SwitchedOffNothingIsToldOfIt()
    {
        AssertCrashed(await RunAsync(Answering, "throw"));

        AssertAllAreThereOnce(Child.Alerts);
    }

    [Theory]
    [InlineData("alone")]
    [InlineData("hosted")]
    [InlineData("twice")]
    public async Task WhatATaskThrewUnobservedIsToldAndStaysUnobserved(string surroundings)
    {
        using var child = await StartAsync(Answering, "unobserved", "status", surroundings);
        await child.ReadAsync("unobserved");
        await child.EndAsync();

        AssertAllAreThereOnce(Raised(surroundings).Append(Unobserved));
        var told = Assert.Single(Embeds, embed => embed.Title == Unobserved);
        Assert.Equal(
            ("System.InvalidOperationException", "in a task that nobody awaits"),
            (told.Fields[0].Value, told.Fields[2].Value));
    }

    /// <summary>What the child itself raises: a host's worker only the numbers.</summary>
    private static IEnumerable<string> Raised(string surroundings)
        => surroundings == "hosted" ? Child.Alerts.SkipLast(1) : Child.Alerts;
}
