using System.Text;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>Whatever was written before a value can name it, in whichever way it was written; and nothing
/// else.</summary>
public sealed class TextBeforeTests
{
    private static readonly RenderingOptions s_options =
        new(4096, IncludeTimestamps: false) { Redactor = Planted.Redactor };

    [Fact]
    public void AnAddressThatEndsWithAKeyNamesWhatFollows()
        => ExpectRedacted(alert =>
        {
            alert.Link("https://a.example/?password=");
            alert.Text(Planted.Value);
        });

    [Fact]
    public void AValueThatWritesItselfNamesWhatFollows()
        => ExpectRedacted(alert =>
        {
            alert.Value(new Named("password"));
            alert.Literal("="u8);
            alert.Text(Planted.Value);
        });

    [Fact]
    public void ATextNamesWhatFollows()
        => ExpectRedacted(alert =>
        {
            alert.Text("password");
            alert.Literal("="u8);
            alert.Text(Planted.Value);
        });

    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    public void ALiteralOfManyBytesNamesWhatFollows(int letters)
        => ExpectRedacted(alert =>
        {
            alert.Literal(Encoding.UTF8.GetBytes(new string('é', letters) + "日本 password="));
            alert.Text(Planted.Value);
        });

    [Fact]
    public void OfALongLiteralTheEndIsKeptCharacterForCharacter()
    {
        var before = new TextBefore();
        before.Add("日本 "u8);
        before.Add(Encoding.UTF8.GetBytes(new string('é', 40) + "🚨="));
        before.Add(" x");

        // 64 bytes: half an é is none.
        Assert.Equal($"日本 {new string('é', 29)}🚨= x", before.Value);
    }

    [Fact]
    public void WhatWasWrittenInAnotherPartNamesNothingWhetherThatWasEndedOrNot()
    {
        var embed = Spoken.Embed(Speak, s_options);
        Assert.All(embed.Fields, field => Assert.Equal(Planted.Value + " password=", field.Value));
        Assert.Equal(Planted.Value, embed.Footer);

        var plain = new PlainTextFormatter(Planted.Redactor, ClassifiedRedactor.Erasing);
        Speak(plain);
        Assert.Equal(3, plain.ToString().Split(Planted.Value).Length - 1);

        static void Speak(AlertFormatter alert)
        {
            alert.BeginDescription();
            alert.Literal("Api key: "u8);
            alert.End();
            alert.BeginField("First"u8);
            alert.Text(Planted.Value);
            alert.Literal(" password="u8);
            alert.BeginField("Second", inline: false);
            alert.Text(Planted.Value);
            alert.Literal(" password="u8);
            alert.BeginFooter();
            alert.Text(Planted.Value);
            alert.End();
        }
    }

    private static void ExpectRedacted(Action<AlertFormatter> speak)
    {
        var plain = new PlainTextFormatter(Planted.Redactor, ClassifiedRedactor.Erasing);
        var log = new LogMessageFormatter(Planted.Redactor, ClassifiedRedactor.Erasing);
        foreach (var formatter in (AlertFormatter[])[plain, log])
        {
            formatter.BeginDescription();
            speak(formatter);
            formatter.End();
        }

        string[] shown =
        [
            Spoken.Embed(Describe, s_options).Description!,
            Spoken.Content(Describe, s_options),
            plain.ToString(),
            log.Take(),
        ];
        Assert.All(
            shown.Select(text => text.Replace("\\", "", StringComparison.Ordinal)),
            text => Assert.EndsWith(Planted.Word, text, StringComparison.Ordinal));

        void Describe(AlertFormatter alert)
        {
            alert.BeginDescription();
            speak(alert);
            alert.End();
        }
    }

    private readonly record struct Named(string Name) : IUtf8SpanFormattable
    {
        public bool TryFormat(
            Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
            => Encoding.UTF8.TryGetBytes(Name, utf8Destination, out bytesWritten);
    }
}
