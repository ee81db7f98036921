using System.Text;
using CsCheck;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class UntypedAlertTests
{
    private const int SmallestRing = 128 * 1024;

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String[0, 30],
        Gen.Select(Gen.Char, Gen.Int[0, 6000], (character, count) => new string(character, count)));

    private static readonly Gen<object?> s_value = Gen.OneOf<object?>(
        s_text.Select(text => (object?)text),
        Gen.Int.Select(number => (object?)number),
        Gen.Double.Select(number => (object?)number),
        Gen.TimeSpan.Select(time => (object?)time),
        Gen.Const((object?)null));

    [Fact]
    public void WhatGoesInComesOutInOrderAndFitsTheSmallestRing()
        => Gen.Select(s_text, s_text, s_text, Gen.Select(s_text, s_value).Array[0, 30]).Hold((message, category, template, fields) =>
        {
            using var draft = UntypedDraft.Begin(message, exception: null);
            draft.SetSource(category, eventId: 3, eventName: null, template);
            foreach (var (name, value) in fields)
            {
                draft.Add(name, value);
            }

            using var wakeUp = new WakeUp();
            var ring = new AlertRingBuffer(SmallestRing, wakeUp);
            var alert = UntypedAlerts.LogEntry(LogLevel.Error)!;
            Assert.Equal(ClaimResult.Claimed, ring.TryClaim(alert.Id, draft.Size, isCritical: false, stamp: 0, out var writer));
            draft.Write(ref writer);
            writer.Commit();

            Assert.True(ring.TryRead(out var record));
            var reader = new UntypedReader(record.CreateReader());
            Assert.StartsWith(reader.Message.ToString(), message, StringComparison.Ordinal);
            Assert.Equal(message.Length <= CapturedText.Cap, !reader.Message.IsCut);
            Assert.Equal(3, reader.EventId);
            var (read, given) = (0, 0);
            while (reader.TryReadField(out var name, out var value))
            {
                // One that has no room is left out, and a shorter one after it may have some.
                while (given < fields.Length && !IsShown(fields[given], name, value))
                {
                    given++;
                }

                Assert.True(given++ < fields.Length);
                read++;
            }

            Assert.Equal(fields.Length, read + reader.Omitted);
            Assert.True(read <= UntypedDraft.MaxFields);
        });

    [Fact]
    public void TheirNumbersAreThoseThatTheirNamesHaveAsDeclaredAlerts()
    {
        foreach (var alert in new[] { UntypedAlerts.Sent(LogLevel.Error)!, UntypedAlerts.LogEntry(LogLevel.Error)! })
        {
            Assert.Equal(EventIdOf(alert.Name), alert.EventId);
        }
    }

    [Fact]
    public void ThereIsOneForEachLevelAndNoneForNone()
    {
        Assert.All(Enum.GetValues<LogLevel>().Except([LogLevel.None]), level =>
        {
            Assert.Equal(level, UntypedAlerts.Sent(level)!.Level);
            Assert.Equal(level, UntypedAlerts.LogEntry(level)!.Level);
            Assert.True(UntypedAlerts.Contains(UntypedAlerts.Sent(level)!));
            Assert.False(UntypedAlerts.IsLogEntry(UntypedAlerts.Sent(level)!));
        });
        Assert.Null(UntypedAlerts.Sent(LogLevel.None));
        Assert.Null(UntypedAlerts.LogEntry((LogLevel)(-1)));
    }

    private static bool IsShown((string Name, object? Value) field, AlertText name, AlertText value)
        => field.Name.StartsWith(name.ToString(), StringComparison.Ordinal)
            && (field.Value is null
                ? value.IsNull
                : !value.IsNull
                    && Convert.ToString(field.Value, System.Globalization.CultureInfo.InvariantCulture)!
                        .AsSpan().StartsWith(value.Value, StringComparison.Ordinal));

    /// <summary>FNV-1a without the sign bit, as the generator numbers alerts.</summary>
    private static int EventIdOf(string name)
        => (int)(Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, (hash, b) => unchecked((hash ^ b) * 16777619)) & int.MaxValue);
}
