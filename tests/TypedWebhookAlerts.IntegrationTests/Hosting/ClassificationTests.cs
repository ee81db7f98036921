using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;
using Kind = TypedWebhookAlerts.IntegrationTests.Hosting.PersonalAttribute.Kind;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Classified arguments in a host with the redactors that applications register.</summary>
public sealed partial class ClassificationTests
{
    private const string Mail = "ann@example.com";
    private const string Address = "12 Oak Lane";
    private const string Illness = "influenza";

    private static readonly DataClassificationSet s_contact = PersonalAttribute.Of(Kind.Contact);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [WebhookAlert(
        LogLevel.Error,
        "{mail} missed {visit:yyyy}; {patient.Address}; {patient.Illness}; {patient.Room}",
        Title = "{patient}")]
    private static partial void Missed(
        AlertPipeline pipeline,
        [Personal(Kind.Contact), AlertKey] string mail,
        [Personal(Kind.Public)] DateTime visit,
        Patient patient,
        [AlertField, Personal(Kind.Health), Personal(Kind.Contact)] string history,
        [Personal(Kind.Contact)] Exception? cause);

    [WebhookAlert(LogLevel.Critical, "{mail} does not answer")]
    private static partial AlertIncident Silent(AlertPipeline pipeline, [Personal(Kind.Contact)] string mail);

    [Fact]
    public async Task TheRedactorsOfTheHostDecideWhatLeavesAndNothingElseDoes()
    {
        await using var run = await StartAsync(AddRedactors);

        RaiseMissed(run);
        Assert.True(run.Flush());

        var embed = Assert.Single(run.Embeds);
        var hash = Hash(run, Mail);
        Assert.Equal(
            $"{hash} missed 2026; {Hash(run, Address)}; [erased]; 7",
            embed.Description!.Replace("\\", "", StringComparison.Ordinal));
        Assert.Equal("[erased]", embed.Title!.Replace("\\", "", StringComparison.Ordinal));
        Assert.Equal(
            ["[erased]", Hash(run, $"System.TimeoutException: {Mail}")],
            embed.Fields.Select(field => field.Value.Replace("\\", "", StringComparison.Ordinal)));
        Assert.NotEqual(Mail, hash);

        var entry = Assert.Single(run.Log.GetSnapshot(), entry => entry.Id.Name == nameof(Missed));
        Assert.StartsWith($"{hash} missed 2026", entry.Message, StringComparison.Ordinal);
        Assert.Equal(hash, entry.GetStructuredStateValue("mail"));
        Assert.Equal("[erased]", entry.GetStructuredStateValue("patient"));
        Assert.Equal(Hash(run, $"System.TimeoutException: {Mail}"), entry.GetStructuredStateValue("cause"));
        Assert.Null(entry.Exception);
        AssertNothingIsSeen(run);
    }

    [Fact]
    public async Task WithoutRedactorsAllIsErased()
    {
        await using var run = await StartAsync();

        RaiseMissed(run);
        Assert.True(run.Flush());

        Assert.Equal(
            "[erased] missed [erased]; [erased]; [erased]; 7",
            Assert.Single(run.Embeds).Description!.Replace("\\", "", StringComparison.Ordinal));
        AssertNothingIsSeen(run);
    }

    [Fact]
    public async Task WhatWasRaisedBeforeTheStartIsShownByTheRedactorsOfTheStart()
    {
        await using var run = new HostRun(AddRedactors);
        RaiseMissed(run);
        await run.StartAsync(Token);
        Assert.True(run.Flush());

        Assert.StartsWith(
            Hash(run, Mail),
            Assert.Single(run.Embeds).Description!.Replace("\\", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        AssertNothingIsSeen(run);
    }

    [Fact]
    public async Task TheProviderThatCodeSetsComesBeforeTheHostsAndAReloadKeepsIt()
    {
        IRedactorProvider provider = new Answering("first");
        await using var run = await StartAsync(AddRedactors, options => options.RedactorProvider = provider);
        RaiseMissed(run);
        Assert.True(run.Flush());
        provider = new Answering("second");
        run.Reload(("WebhookAlerts:MaxMessageLength", "1000"), ("WebhookAlerts:CoalesceWindow", "00:00:00"));
        run.Run(TimeSpan.FromSeconds(1));
        RaiseMissed(run);
        Assert.True(run.Flush());

        Assert.Equal(
            ["first missed first; first; first; 7", "first missed first; first; first; 7"],
            run.Embeds.Select(embed => embed.Description));
        Assert.All(
            run.Log.GetSnapshot().Where(entry => entry.Id.Name == nameof(Missed)),
            entry => Assert.Equal("first", entry.GetStructuredStateValue("mail")));
    }

    [Fact]
    public async Task ARedactorThatThrowsLosesNoAlertAndShowsNothing()
    {
        await using var run = await StartAsync(options: options => options.RedactorProvider = new Throwing());

        RaiseMissed(run);
        Missed(run.Pipeline, "bob@example.com", DateTime.UnixEpoch, new Patient("b", "c", 1), "d", null);
        Assert.True(run.Flush());

        // Two of them, though they look the same: the key is what was passed.
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
        Assert.All(run.Embeds, embed => Assert.Contains("erased]", embed.Description, StringComparison.Ordinal));
        Assert.Equal(
            4,
            run.Log.GetSnapshot().Where(entry => entry.Id.Id == 116).Select(entry => entry.Message).Distinct().Count());
        AssertNothingIsSeen(run);
    }

    [Fact]
    public async Task AnIncidentShowsNothingMoreFromItsBeginToItsEnd()
    {
        await using var run = await StartAsync(AddRedactors);

        var incident = Silent(run.Pipeline, Mail);
        run.Run(TimeSpan.FromSeconds(75));
        incident.Update("called");
        incident.Resolve("answered");
        Assert.True(run.Flush());

        Assert.All(run.Embeds, embed => Assert.Contains(
            Hash(run, Mail), embed.Description!.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains(
            run.Log.GetSnapshot(),
            entry => entry.Message == $"{Hash(run, Mail)} does not answer: resolved after 1 min 15 s: answered");
        AssertNothingIsSeen(run);
    }

    private static void RaiseMissed(HostRun run)
        => Missed(
            run.Pipeline,
            Mail,
            new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc),
            new Patient(Address, Illness, 7),
            $"{Illness} since May",
            new TimeoutException(Mail));

    private static void AddRedactors(HostApplicationBuilder builder)
        => builder.Services.AddRedaction(redaction =>
        {
            redaction.SetRedactor<ErasingRedactor>(PersonalAttribute.Of(Kind.Health));
            redaction.SetRedactor<NullRedactor>(PersonalAttribute.Of(Kind.Public));
            redaction.SetHmacRedactor(
                options =>
                {
                    options.KeyId = 4;
                    options.Key = Convert.ToBase64String([.. Enumerable.Range(0, 64).Select(number => (byte)number)]);
                },
                s_contact);
        });

    private static string Hash(HostRun run, string text)
        => run.Host.Services.GetRequiredService<IRedactorProvider>().GetRedactor(s_contact).Redact(text);

    private static void AssertNothingIsSeen(HostRun run)
    {
        var seen = string.Join('\n', run.Discord.Messages
            .SelectMany(message => message.Embeds)
            .SelectMany(embed => embed.Fields
                .SelectMany(field => new[] { field.Name, field.Value })
                .Concat([embed.Title, embed.Description, embed.Footer])))
            + string.Join('\n', run.Log.GetSnapshot().Select(entry
                => $"{entry.Message} {entry.Exception} {string.Join(' ', entry.StructuredState ?? [])}"));
        Assert.NotEmpty(run.Discord.Messages);
        Assert.DoesNotContain("ann@", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Oak", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Illness, seen, StringComparison.Ordinal);
    }

    private static async Task<HostRun> StartAsync(
        Action<HostApplicationBuilder>? configure = null, Action<WebhookAlertOptions>? options = null)
    {
        var run = new HostRun(configure, options);
        await run.StartAsync(Token);
        return run;
    }

    private sealed record Patient(
        [Personal(Kind.Contact)] string Address, [property: Personal(Kind.Health)] string Illness, int Room);

    private sealed class Answering(string answer) : Redactor, IRedactorProvider
    {
        public Redactor GetRedactor(DataClassificationSet classifications) => this;

        public override int GetRedactedLength(ReadOnlySpan<char> input) => answer.Length;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            answer.CopyTo(destination);
            return answer.Length;
        }
    }

    private sealed class Throwing : IRedactorProvider
    {
        public Redactor GetRedactor(DataClassificationSet classifications)
            => throw new InvalidOperationException($"none for {Mail}");
    }
}
