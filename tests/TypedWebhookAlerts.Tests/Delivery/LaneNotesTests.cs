using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed partial class LaneNotesTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Loss> s_loss = Gen.Select(
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["*_~|`>[]()@ 夜."], 0, 400], Gen.Const("Shop.BotAlerts.CommandFailed")),
        Gen.Enum<DropReason>(),
        Gen.Select(Gen.String[Gen.Char["a*_."], 0, 300], Gen.Int[0, 2], (name, kind) => kind switch
        {
            0 => default,
            1 => new LossPlace(File: name),
            _ => new LossPlace(Route: name),
        }),
        Gen.Long[0, 3_000_000_000],
        Gen.Long[0, 1000],
        Gen.Int[0, 100_000],
        (name, reason, place, alerts, refused, seconds) => new Loss(name, reason, place)
        {
            Alerts = alerts,
            Refused = refused,
            First = s_now,
            Last = s_now.AddSeconds(seconds),
        });

    [Fact]
    public void AnyNumberOfLossesFitsIntoAMessageAndNoneIsLeftOutOfItsSums()
        => Gen.Select(s_loss.Array[1, 150], Gen.Bool, Gen.OneOfConst(100, 500, 2000, 4096)).Hold((losses, useEmbeds, maxLength) =>
        {
            var rendered = Notes(useEmbeds, maxLength).Tell(losses);

            var text = TextOf(rendered);
            var limit = Math.Min(maxLength, useEmbeds ? DiscordLimits.Description : DiscordLimits.Content);
            Assert.InRange(text.EnumerateRunes().Count(), 1, limit - DiscordLimits.CounterReserve);
            Assert.InRange(rendered.ReservedCodePoints, 1, useEmbeds ? DiscordLimits.EmbedTotal : DiscordLimits.Content);
            var total = losses.Sum(loss => loss.Alerts + loss.Refused);
            var numbers = Bold().Matches(text)
                .Where(match => !match.Value.Contains("missed", StringComparison.Ordinal))
                .Select(match => long.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
                .ToList();
            Assert.Equal(total, numbers[0]);
            if (maxLength >= 500)
            {
                Assert.Equal(total, numbers.Skip(1).Sum());
            }
        });

    [Fact]
    public void ANameFormatsNothing()
    {
        var loss = new Loss("A.**B**.@everyone", DropReason.Rejected, new LossPlace(Route: "_x_")) { Alerts = 1, First = s_now, Last = s_now };

        var text = TextOf(Notes(useEmbeds: true, 2000).Tell([loss]));

        Assert.Contains(@"× \*\*B\*\*.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" @everyone", text.Replace("\u200b", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith(@"; shown by the route \_x\_", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheGreatestComeFirstAndWhatIsBeyondTheBoundIsCountedTogether()
        => Gen.Int[1, 300].Array[1, 400].Hold(counts =>
        {
            var losses = new LaneLosses();
            for (var i = 0; i < counts.Length; i++)
            {
                var origin = new AlertOrigin($"Alert{i}", i, LogLevel.Error, s_now.AddSeconds(i));
                losses.Add(origin, new CopyLoss(counts[i], Refused: 0, s_now), DropReason.QueueFull, default, TimeSpan.FromSeconds(i));
            }

            Assert.Equal(TimeSpan.Zero, losses.Since);
            var told = losses.TakeAll();
            Assert.Equal(counts.Sum(), told.Sum(loss => loss.Alerts));
            Assert.InRange(told.Count, 1, 129);
            Assert.Equal(told.OrderByDescending(loss => loss.Alerts), told);
            Assert.True(losses.IsEmpty);
        });

    [Fact]
    public void WhatNobodyNeedsToKnowIsNoLoss()
    {
        var losses = new LaneLosses();
        var origin = TestCopies.Origin();
        losses.Add(origin, new CopyLoss(3, 3, s_now), DropReason.Closed, default, TimeSpan.Zero);
        losses.Add(origin, new CopyLoss(3, 3, s_now), DropReason.Resolved, default, TimeSpan.Zero);
        losses.Add(origin, new CopyLoss(0, 0, s_now), DropReason.Rejected, default, TimeSpan.Zero);

        Assert.True(losses.IsEmpty);
    }

    private static LaneNotes Notes(bool useEmbeds, int maxLength)
    {
        var options = new RenderingOptions(maxLength) { FooterEnd = () => "StatsBot 1.2.3 · host" };
        return new LaneNotes(
            useEmbeds ? new DiscordEmbedFormatter(options) : new DiscordContentFormatter(options), TimeProvider.System, maxLength);
    }

    private static string TextOf(RenderedAlert alert)
    {
        var json = Encoding.UTF8.GetString(alert.Json);
        return alert.IsEmbed
            ? JsonDocument.Parse(json).RootElement.GetProperty("description").GetString()!
            : JsonDocument.Parse($"\"{json}\"").RootElement.GetString()!;
    }

    [GeneratedRegex(@"\*\*([0-9,]+)\*\*|\*\*Alerts missed here\*\*")]
    private static partial Regex Bold();
}
