using System.Globalization;
using CsCheck;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class IncidentTextTests
{
    private const int Green = 0x2ECC71;

    private static readonly AlertCounter s_longest = new(long.MaxValue, DateTimeOffset.MaxValue, long.MaxValue);
    private static readonly DateTimeOffset s_at = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    private static readonly Gen<(HostileAlert Alert, string[] Updates, bool HasEnd, string? End)> s_incidents =
        Gen.Select(
        HostileAlert.Any,
        Gen.OneOf(HostileAlert.Argument.Array[0, 5], Gen.OneOfConst("x", "step", "a *b*").Array[0, 120]),
        Gen.Bool,
        Gen.OneOf(Gen.Const((string?)null), HostileAlert.Argument.Select(text => (string?)text)));

    private readonly IncidentLineWriter _lines = new();
    private readonly Utf8Buffer _buffer = new();

    [Fact]
    public void WhateverIsToldItsEmbedKeepsEveryLimitOfDiscord()
        => s_incidents.Hold(
            incident =>
            {
                var rendered = Compose(incident, new DiscordEmbedFormatter(incident.Alert.Options));
                var embed = ShownEmbed.Of(rendered);
                var limit = Math.Min(4096, incident.Alert.Options.MaxMessageLength);
                Assert.Equal(embed.CodePoints, rendered.CodePoints);
                Assert.InRange(embed.CodePoints, 1, 6000 - 64);
                Assert.InRange(Length(embed.Description), 0, limit - 64);
                Assert.InRange(Length(ShownEmbed.Of(rendered, s_longest).Description), 1, limit);
                Assert.True(DiscordReader.AreFencesClosed(embed.Description ?? ""), embed.Description);
                Assert.Equal(incident.HasEnd, embed.Color == Green);
                AssertEnds(incident.HasEnd, embed.Description ?? "", "");
            },
            count: 400,
            threads: 1);

    [Fact]
    public void WhateverIsToldItsContentKeepsItsLimit()
        => s_incidents.Hold(
            incident =>
            {
                var rendered = Compose(incident, new DiscordContentFormatter(incident.Alert.Options));
                var content = ShownEmbed.ContentOf(rendered);
                var limit = Math.Min(2000, incident.Alert.Options.MaxMessageLength);
                Assert.Equal(Length(content), rendered.CodePoints);
                Assert.InRange(Length(content), 1, limit - 64);
                Assert.InRange(Length(ShownEmbed.ContentOf(rendered, s_longest)), 1, limit);
                Assert.True(DiscordReader.AreFencesClosed(content), content);
                AssertEnds(incident.HasEnd, content, "🟢 ");
            },
            count: 400,
            threads: 1);

    [Fact]
    public void ALongAlertIsShownWholeUntilThereIsMoreToTell()
    {
        var formatter = new DiscordEmbedFormatter(new RenderingOptions());
        formatter.Begin(new AlertHeading(default, -1, s_at, IsIncident: true));
        formatter.Text(new string('x', 2000 - 64));
        var opening = formatter.Finish();
        var text = new IncidentText(opening);
        text.Add(_lines.Update("it goes on", s_at, text.LineLimit));
        var description = ShownEmbed.Of(text.Compose(_buffer, isResolved: false, news: 1)).Description!;

        Assert.Equal(new string('x', 2000 - 64), ShownEmbed.Of(opening).Description);
        Assert.Equal(
            $"{new string('x', 2000 - 64 - 512 - 1)}…\n<t:1790000000:T> it goes on", description);
    }

    [Fact]
    public void WhatIsNotShownIsCounted()
        => Gen.Select(Gen.Int[0, 300], Gen.Int[1, 60], Gen.Int[300, 2000], Gen.Bool).Hold(
            (count, length, limit, hasEnd) =>
            {
                var formatter = new DiscordEmbedFormatter(new RenderingOptions(limit));
                formatter.Begin(new AlertHeading(default, -1, s_at, IsIncident: true));
                formatter.Text("It began");
                var text = new IncidentText(formatter.Finish());
                for (var i = 1; i <= count; i++)
                {
                    text.Add(_lines.Update($"u{i} {new string('x', length)}", s_at, text.LineLimit));
                }

                if (hasEnd)
                {
                    text.End(_lines.Resolved("3 s", "well", isEmbed: true, text.LineLimit));
                }

                var lines = ShownEmbed.Of(text.Compose(_buffer, hasEnd, count)).Description!.Split('\n');
                var updates = lines
                    .Where(line => line.StartsWith("<t:1790000000:T> u", StringComparison.Ordinal))
                    .ToList();
                var omitted = lines.SingleOrDefault(line => line.StartsWith("-# ", StringComparison.Ordinal));
                Assert.Equal(
                    count - updates.Count == 0
                        ? null
                        : $"-# {count - updates.Count} earlier update{(count - updates.Count == 1 ? "" : "s")}",
                    omitted);
                Assert.Equal(
                    Enumerable.Range(count - updates.Count + 1, updates.Count),
                    updates.Select(line => int.Parse(line.Split(' ')[1][1..], CultureInfo.InvariantCulture)));
                Assert.True(count == 0 || updates.Count > 0);
                Assert.Equal("It began", lines[0]);
                Assert.True(!hasEnd || lines[^1] == "**Resolved after 3 s:** well", lines[^1]);
            },
            count: 500,
            threads: 1);

    [Fact]
    public void WhatACallerTellsFormatsNothingAndStaysOnItsLine()
        => HostileAlert.Argument.Hold(
            text =>
            {
                var json = _lines.Update(text, s_at, 512);
                var line = System.Text.Json.JsonDocument.Parse($"\"{System.Text.Encoding.UTF8.GetString(json.Json)}\"")
                    .RootElement.GetString()!;
                Assert.DoesNotContain('\n', line);
                Assert.Equal(Length(line), json.CodePoints);
                Assert.InRange(json.CodePoints, 1, 512);
                Assert.StartsWith("<t:1790000000:T>", line, StringComparison.Ordinal);
                Assert.Null(DiscordMarkdown.FindMark("x" + line["<t:1790000000:T>".Length..]));
            },
            count: 2000,
            threads: 1);

    private RenderedAlert Compose(
        (HostileAlert Alert, string[] Updates, bool HasEnd, string? End) incident, DiscordFormatter formatter)
    {
        var text = new IncidentText(incident.Alert.Render(formatter, isIncident: true));
        foreach (var update in incident.Updates)
        {
            text.Add(_lines.Update(update, s_at, text.LineLimit));
        }

        if (incident.HasEnd)
        {
            text.End(_lines.Resolved("2 min 34 s", incident.End, text.IsEmbed, text.LineLimit));
        }

        return text.Compose(_buffer, incident.HasEnd, incident.Updates.Length);
    }

    private static void AssertEnds(bool hasEnd, string text, string mark)
    {
        var last = text.Split('\n')[^1];
        Assert.True(
            !hasEnd || last == "Resolved"
                || last.StartsWith($"{mark}**Resolved after 2 min 34 s", StringComparison.Ordinal),
            last);
    }

    private static int Length(string? text) => ShownEmbed.CodePointsOf(text ?? "");
}
