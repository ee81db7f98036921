using CsCheck;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Inertness;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>Whatever a log entry or an alert that is not declared holds, its message, its values and their names, its
/// scopes, its category, its event, its exception: a reader sees text, as a reading of Discord's markdown
/// tells.</summary>
public sealed class UntypedInertnessTests
{
    private const int Entries = 600;

    // Nothing is redacted: hostile text may hold what looks like a secret.
    private static readonly RenderingOptions s_roomy =
        new(4096, IncludeTimestamps: false) { Redactor = TextRedactor.None };

    [Fact]
    public void InAnEmbedItIsOnlyText()
        => HostileEntry.Any.Hold(
            entry =>
            {
                var (embed, blank) = (entry.Embed(s_roomy), entry.With(Blank).Embed(s_roomy));
                Assert.Null(embed.Title);
                Expect(blank.Description, embed.Description, entry.Described, DiscordMarkdown.Read);
                Assert.Equal(blank.Fields.Length, embed.Fields.Length);
                foreach (var (i, (name, value)) in entry.Fields.Index())
                {
                    Expect(blank.Fields[i].Name, embed.Fields[i].Name, [name ?? ""], DiscordMarkdown.ReadInline);
                    Expect(blank.Fields[i].Value, embed.Fields[i].Value, [value], DiscordMarkdown.Read);
                }
            },
            Entries);

    [Fact]
    public void InPlainContentItIsOnlyText()
        => HostileEntry.Any.Where(entry => entry.Length < 400).Hold(
            entry => Expect(
                entry.With(Blank).Content(s_roomy),
                entry.Content(s_roomy),
                entry.Described.Concat(entry.Fields.SelectMany(field => new[] { field.Name ?? "", field.Value })),
                DiscordMarkdown.Read),
            Entries);

    [Fact]
    public void WhereverItIsCutWhatIsLeftIsOnlyText()
        => Gen.Select(HostileEntry.Any, Gen.Int[1, 60], Gen.Int[100, 400]).Hold(
            (entry, times, limit) =>
            {
                var often = entry.With(text => string.Concat(Enumerable.Repeat(text, times))) with { Failure = "" };
                var embed = often.Embed(s_roomy with { MaxMessageLength = limit });
                Assert.Null(DiscordMarkdown.FindMark("x\n" + embed.Description));
                Assert.All(embed.Fields, field =>
                {
                    Assert.All(DiscordMarkdown.ReadInline(field.Name), run => Assert.Equal(Look.Plain, run.Look));
                    Assert.Null(DiscordMarkdown.FindMark("x\n" + field.Value));
                });
            },
            Entries);

    [Fact]
    public void InALogItIsWhatItWas()
        => HostileEntry.Any.Select(entry => entry with { IsSent = true }).Hold(
            entry =>
            {
                var said = new FakeLogCollector();
                using var factory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(said)));
                entry.WriteTo(AlertLog.Create(
                    new WebhookAlertOptions { LogAlerts = true },
                    factory,
                    TextRedactor.None,
                    ClassifiedRedactor.Erasing,
                    former: null)!);

                var logged = Assert.Single(said.GetSnapshot());
                Assert.Equal(entry.Message, logged.Message);
                Assert.Equal(
                    [entry.Message, .. entry.Values.Select(value => value.Value), "{message}"],
                    logged.StructuredState!.Select(value => value.Value));
                Assert.Equal(entry.Failure.Length > 0 ? entry.Failure + "." : null, logged.Exception?.Message);
            },
            Entries / 3);

    [Fact]
    public void WhatADeclaredAlertSaysInALogIsWhatItWas()
        => Template.Any.Hold(
            template =>
            {
                var formatter = new LogMessageFormatter(TextRedactor.None, ClassifiedRedactor.Erasing);
                formatter.BeginDescription();
                template.SpeakTo(formatter);
                formatter.End();

                Assert.Equal(string.Concat(template.Pieces), formatter.Take());
            },
            Entries);

    private static string Blank(string text) => Skeleton.Of(Seen.Of(text));

    private static void Expect(
        string? skeleton, string? hostile, IEnumerable<string> said, Func<string, IReadOnlyList<ShownRun>> read)
    {
        var difference = Reader.FindDifference(read(skeleton ?? ""), read(hostile ?? ""), said);
        Assert.True(difference is null, $"{difference}\n{skeleton}\n{hostile}");
    }
}
