using CsCheck;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>What is shown of classified text, whatever a redactor does.</summary>
public sealed class ClassifiedRedactorTests
{
    private const string Text = "ann@example.com";

    private static readonly DataClassificationSet s_private = new(new DataClassification("T", "Private"));
    private static readonly DataClassificationSet s_health = new(new DataClassification("T", "Health"));

    private readonly FakeLogger _log = new();

    /// <summary>Whatever a user's code may do wrong.</summary>
    public static TheoryData<string> Failures { get; } = [.. Redactors().Keys];

    [Fact]
    public void WithoutAProviderAllIsErasedButWhatIsSaidToBeOpen()
    {
        var redactor = new ClassifiedRedactor(provider: null, _log);

        Assert.Equal("[erased]", redactor.Redact(Text, s_private));
        Assert.Equal("[erased]", redactor.Redact("", s_private));
        Assert.Equal("[erased]", redactor.Redact(Text, new DataClassificationSet(DataClassification.Unknown)));
        Assert.Equal("[erased]", redactor.Redact(Text, new DataClassificationSet(DataClassification.None, new("T", "Private"))));
        Assert.Equal("[erased]", redactor.Redact(Text, classification: null));
        Assert.Equal(Text, redactor.Redact(Text, new DataClassificationSet(DataClassification.None)));
    }

    [Fact]
    public void ThatThereIsNoProviderIsToldOnceAndOnlyWhereSomethingIsErased()
    {
        var redactor = new ClassifiedRedactor(provider: null, _log);

        redactor.Redact(Text, new DataClassificationSet(DataClassification.None));
        Assert.Equal(0, _log.Collector.Count);
        redactor.Redact(Text, s_private);
        redactor.Redact(Text, s_health);
        redactor.Redact(Text, classification: null);

        var told = Assert.Single(_log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Warning, 118), (told.Level, told.Id.Id));
        Assert.Contains("T:Private", told.Message, StringComparison.Ordinal);
        Assert.Contains("IRedactorProvider", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheProviderIsAskedForTheSetOfAllClassifications()
    {
        var provider = new ScriptedRedactor();

        Assert.Equal("***************", new ClassifiedRedactor(provider, _log).Redact(Text, s_private.Union(s_health)));

        Assert.Equal(s_private.Union(s_health), Assert.Single(provider.Asked));
    }

    [Fact]
    public void WhatIsSaidToBeOpenIsTheProvidersToDecide()
        => Assert.Equal(
            "***************",
            new ClassifiedRedactor(new ScriptedRedactor(), _log).Redact(Text, new DataClassificationSet(DataClassification.None)));

    [Theory]
    [MemberData(nameof(Failures))]
    public void ARedactorThatFailsErasesAndIsToldOnceForEachClassification(string failure)
    {
        var redactor = new ClassifiedRedactor(Redactors()[failure], _log);

        Assert.Equal("[erased]", redactor.Redact(Text, s_private));
        Assert.Equal("[erased]", redactor.Redact(Text, s_private));
        Assert.Equal("[erased]", redactor.Redact(Text, s_health));

        var told = _log.Collector.GetSnapshot();
        Assert.Equal([116, 116], told.Select(entry => entry.Id.Id));
        Assert.Contains("T:Private", told[0].Message, StringComparison.Ordinal);
        Assert.Contains("T:Health", told[1].Message, StringComparison.Ordinal);
        Assert.All(told, entry => Assert.DoesNotContain("ann@", entry.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void AClassificationThatCannotBeKnownErasesAndIsTold()
    {
        Assert.Equal("[erased]", new ClassifiedRedactor(new ScriptedRedactor(), _log).Redact(Text, classification: null));
        Assert.Equal(116, _log.LatestRecord.Id.Id);
    }

    [Fact]
    public void OneThatWritesLessThanItSaidShowsNothingElse()
    {
        var provider = new ScriptedRedactor { Length = static _ => 100, Write = static (_, room) => "ab".AsSpan().TryCopyTo(room) ? 4 : 0 };

        Assert.Equal("ab\0\0", new ClassifiedRedactor(provider, _log).Redact(Text, s_private));
    }

    [Fact]
    public void OneThatLeavesNothingErasesAndOfNoTextShowsNone()
    {
        var redactor = new ClassifiedRedactor(new ScriptedRedactor { Length = static _ => 0, Write = static (_, _) => 0 }, _log);

        Assert.Equal("[erased]", redactor.Redact(Text, s_private));
        Assert.Equal("", redactor.Redact("", s_private));
    }

    [Fact]
    public void WhateverARedactorAnswersNothingIsThrownAndNothingIsBeyondMeasure()
        => Gen.Select(Gen.String, Length, Length).Hold((text, length, written) =>
        {
            var provider = new ScriptedRedactor { Length = _ => length, Write = (_, _) => written };

            var shown = new ClassifiedRedactor(provider, NullLogger.Instance).Redact(text, s_private);

            Assert.True(shown == "[erased]" || shown.Length == written);
            Assert.InRange(shown.Length, 0, 16 * 1024);
        });

    [Fact]
    public void WhatItLeavesIsTextOfAnArgument()
    {
        var answer = "**[x](https://example.com) <@1>** @everyone\n# y";
        var options = new RenderingOptions { Classification = Answering(answer) };

        Assert.Equal(
            Spoken.Embed(alert => Say(alert, () => alert.Text(answer, 60)), options).Description,
            Spoken.Embed(alert => Say(alert, () => alert.Classified(Text, Classification(), 60)), options).Description);
    }

    [Fact]
    public void WhatItLeavesIsSearchedForSecrets()
        => Assert.Equal(
            @"a \[redacted:planted] b",
            Description(
                new RenderingOptions { Classification = Answering($"a {Planted.Secret} b"), Redactor = Planted.Redactor },
                alert => alert.Classified(Text, Classification())));

    [Fact]
    public void ACutTextIsMarkedUnlessItIsErasedAndNullIsShown()
    {
        var options = new RenderingOptions { Classification = Answering("hash") };

        Assert.Equal("hash…", Description(options, alert => alert.Classified(new AlertText(Text, isCut: true), Classification())));
        Assert.Equal("(null)", Description(options, alert => alert.Classified(AlertText.Null, Classification())));
        Assert.Equal("(null)", Description(options, alert => alert.Classified((Exception?)null, Classification())));
        Assert.Equal("hash", Description(options, alert => alert.Classified(new InvalidOperationException(), Classification())));
        Assert.Equal(
            Description(options, alert => alert.Text("[erased]")),
            Description(new RenderingOptions(), alert => alert.Classified(new AlertText(Text, isCut: true), Classification())));
    }

    [Fact]
    public void InContentItIsTheSame()
        => Assert.Contains(
            "hash",
            Spoken.Content(
                alert => Say(alert, () => alert.Classified(Text, Classification())),
                new RenderingOptions { Classification = Answering("hash") }),
            StringComparison.Ordinal);

    [Fact]
    public void TheAttributesAreMadeOnceAndAgainOnlyAfterAFailure()
    {
        var made = 0;
        var classification = new AlertClassification(() => ++made == 1
            ? throw new InvalidOperationException()
            : [new UnknownDataClassificationAttribute()]);
        var redactor = Answering("hash");

        Assert.Equal(
            ["[erased]", "hash", "hash"],
            Enumerable.Range(0, 3).Select(_ => classification.Redact(Text, redactor).ToString()));
        Assert.Equal(2, made);
    }

    private static Gen<int> Length { get; } = Gen.OneOf(Gen.Int[-3, 40], Gen.Int[16_380, 16_390], Gen.Int);

    private static AlertClassification Classification() => new(static () => [new UnknownDataClassificationAttribute()]);

    private static ClassifiedRedactor Answering(string answer)
        => new(
            new ScriptedRedactor
            {
                Length = _ => answer.Length,
                Write = (_, room) =>
                {
                    answer.CopyTo(room);
                    return answer.Length;
                },
            },
            NullLogger.Instance);

    private static string? Description(RenderingOptions options, Action<AlertFormatter> speak)
        => Spoken.Embed(alert => Say(alert, () => speak(alert)), options).Description;

    private static void Say(AlertFormatter alert, Action speak)
    {
        alert.BeginDescription();
        speak();
        alert.End();
    }

    private static Dictionary<string, IRedactorProvider> Redactors()
        => new()
        {
            ["throws when asked for"] = new ScriptedRedactor { Give = static () => throw new InvalidOperationException(Text) },
            ["is null"] = new ScriptedRedactor { Give = static () => null },
            ["throws at the length"] = new ScriptedRedactor { Length = static _ => throw new InvalidOperationException(Text) },
            ["says a length below zero"] = new ScriptedRedactor { Length = static _ => -1 },
            ["says an endless length"] = new ScriptedRedactor { Length = static _ => int.MaxValue },
            ["says a length beyond measure"] = new ScriptedRedactor { Length = static _ => (16 * 1024) + 1 },
            ["throws"] = new ScriptedRedactor { Write = static (text, _) => throw new NotSupportedException(text) },
            ["wrote more than there is room"] = new ScriptedRedactor { Write = static (text, _) => text.Length + 1 },
            ["wrote less than nothing"] = new ScriptedRedactor { Write = static (_, _) => int.MinValue },
        };
}
