using System.Text;
using System.Text.Json;
using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>The lines of an incident's message hold a caller's words as text.</summary>
public sealed class LineInertnessTests
{
    private static readonly DateTimeOffset s_at = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void InALineOfAnIncidentACallersWordsAreOnlyText()
        => HostileValue.Any.Hold(
            words =>
            {
                var line = new IncidentLineWriter { Redactor = TextRedactor.None }.Update(words + ".", s_at, 2000);
                var runs = DiscordMarkdown.Read(Decode(line));
                Assert.Equal(new ShownRun("<t:1790000000:T>", Look.Mark), runs[0]);
                Assert.All(runs.Skip(1), run => Assert.Equal(Look.Plain, run.Look));
                Assert.DoesNotContain('\n', string.Concat(runs.Select(run => run.Text)));
            },
            500);

    [Fact]
    public void WhereverALineOfAnIncidentIsCutWhatIsLeftIsOnlyText()
        => Gen.Select(HostileValue.Any, Gen.Int[40, 90]).Hold(
            (words, limit) =>
            {
                var writer = new IncidentLineWriter { Redactor = TextRedactor.None };
                var line = writer.PartlyResolved(1, 3, string.Concat(Enumerable.Repeat(words + "x", 20)), s_at, limit);
                var runs = DiscordMarkdown.Read(Decode(line) + "\n**next** line `a`");
                Assert.Equal(
                    [Look.Mark, Look.Plain, Look.Bold, Look.Plain, Look.Bold, Look.Plain, Look.InlineCode],
                    runs.Select(run => run.Look));
            },
            500);

    private static string Decode(IncidentLine line)
        => JsonDocument.Parse($"\"{Encoding.UTF8.GetString(line.Json)}\"").RootElement.GetString()!;
}
