using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

/// <summary>What goes from an alert into the application's log.</summary>
public sealed class AlertLogTests : IDisposable
{
    private static readonly AlertDescriptor s_alert = new(
        "Tests.AlertLog.Failed",
        eventId: 1,
        LogLevel.Error,
        "{text}, password={pw} of {number}",
        route: null,
        [
            AlertParameter.Text("text"),
            AlertParameter.Text("Api key"),
            AlertParameter.Text("pw"),
            AlertParameter.Value<int>("number"),
            AlertParameter.Exception("first"),
            AlertParameter.Exception("second"),
        ],
        Render);

    private static readonly string s_text = $"a {Planted.Secret} b <@80351110224674821>";

    private readonly FakeLogCollector _log = new();
    private readonly ILoggerFactory _factory;

    public AlertLogTests()
        => _factory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(_log)));

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void NeitherTheMessageNorAValueNorAnExceptionHasASecret()
    {
        var entry = Write(
            Planted.With(new UserIdMask(UserIdDisplay.Mask, hashKey: null)), s_text, Planted.Value, s_text);

        const string Shown = "a [redacted:planted] b @…4821";
        Assert.Equal($"{Shown}, password={Planted.Word} of 5", entry.Message);
        var state = entry.StructuredState!.ToDictionary();
        Assert.Equal((Shown, Planted.Word, "5"), (state["text"], state["Api key"], state["number"]));
        Assert.Equal(Planted.Word, state["pw"]);
        Assert.IsType<RedactedException>(entry.Exception);
        Assert.DoesNotContain("Qz7Qz7", state["second"], StringComparison.Ordinal);
        Assert.False(Planted.IsIn(entry.Exception.ToString()));
    }

    [Theory]
    [InlineData("password=", 1234567, "password=[redacted:secret]", "[redacted:secret]")]
    [InlineData("left: <@", 1234567, "left: <@…567", "…567")]
    [InlineData("tokens=", 1234567, "tokens=1234567", "1234567")]
    public void ANumberThatTheMessageDoesNotShowIsNoValueEither(
        string literal, int number, string message, string value)
    {
        var alert = new AlertDescriptor(
            "Shop.Numbered", 8, LogLevel.Error, "{n}", route: null, [AlertParameter.Value<int>("n")], Render);
        var masked = new UserIdMask(UserIdDisplay.Mask, hashKey: null);
        var redactor = new TextRedactor(SecretScrubber.Default.Scrub, masked);
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());
        Assert.Equal(
            ClaimResult.Claimed, ring.TryClaim(alert.Id, sizeof(int), isCritical: false, stamp: 0, out var writer));
        writer.Write(number);
        writer.Commit();
        Assert.True(ring.TryRead(out var record));

        Create(redactor).Write(record, LogLevel.Error, DateTimeOffset.UnixEpoch);

        var entry = Assert.Single(_log.GetSnapshot());
        Assert.Equal((message, value), (entry.Message, entry.GetStructuredStateValue("n")));

        void Render(ref AlertReader record, AlertFormatter alert)
        {
            alert.BeginDescription();
            alert.Literal(System.Text.Encoding.UTF8.GetBytes(literal));
            alert.Value(record.Read<int>());
            alert.End();
        }
    }

    [Fact]
    public void WhatHasNoSecretIsTheSameAsBefore()
    {
        var entry = Write(Planted.Redactor, "a <@80351110224674821>", "none", "boom");

        Assert.Equal("a <@80351110224674821>, password=[redacted:planted] of 5", entry.Message);
        Assert.IsType<InvalidOperationException>(entry.Exception);
        Assert.Equal("none", entry.GetStructuredStateValue("Api key"));
    }

    [Fact]
    public void WhatWasASecretInOneAlertIsNoneInTheNextThatDoesNotSaySo()
    {
        var log = Create(Planted.Redactor);
        var first = Write(log, "none", "none", "boom", password: Planted.Value);
        Assert.Equal(Planted.Word, first.GetStructuredStateValue("pw"));

        Assert.Equal(
            Planted.Value, Write(log, Planted.Value, "none", "boom", password: "none").GetStructuredStateValue("text"));
    }

    [Theory]
    [InlineData(UserIdDisplay.Show, "by 80351110224674821")]
    [InlineData(UserIdDisplay.Mask, "by …4821")]
    public void AUsersIdIsShownAsPrivacyAsks(UserIdDisplay display, string shown)
    {
        var alert = new AlertDescriptor(
            $"Tests.AlertLog.User{display}",
            eventId: 2,
            LogLevel.Error,
            "by {user} {key}",
            route: null,
            [
                AlertParameter.Value<ulong>("user", AlertParameterRole.UserId),
                AlertParameter.Value<Guid>("job"),
                AlertParameter.Value<Guid>("apiKey"),
            ],
            static (ref record, alert) =>
            {
                alert.BeginDescription();
                alert.Literal("by "u8);
                alert.UserId(record.Read<ulong>());
                alert.End();
            });
        var id = new Guid("3f8a1c0e-52d7-4b6e-9a41-c7e08d9b2f15");
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());
        Assert.Equal(
            ClaimResult.Claimed, ring.TryClaim(alert.Id, 40, isCritical: false, stamp: 0, out var writer));
        writer.Write(80351110224674821UL);
        writer.Write(id);
        writer.Write(id);
        writer.Commit();
        Assert.True(ring.TryRead(out var record));

        var redactor = new TextRedactor(SecretScrubber.Default.Scrub, new UserIdMask(display, hashKey: null));
        Create(redactor).Write(record, LogLevel.Error, DateTimeOffset.UnixEpoch);

        var entry = Assert.Single(_log.GetSnapshot());
        Assert.Equal(shown, entry.Message);
        Assert.Equal(shown[3..], entry.GetStructuredStateValue("user"));
        Assert.Equal(id.ToString(), entry.GetStructuredStateValue("job"));
        Assert.Equal("[redacted:secret]", entry.GetStructuredStateValue("apiKey"));
    }

    [Fact]
    public void WhatARedactorLeavesIsTextLikeAnyOther()
    {
        var classification = new AlertClassification(static () => [new NoDataClassificationAttribute()]);
        var alert = new AlertDescriptor(
            "Tests.AlertLog.Classified",
            eventId: 3,
            LogLevel.Error,
            "password={pw}",
            route: null,
            [AlertParameter.Classified("owner", classification), AlertParameter.Classified("pw", classification)],
            (ref record, alert) =>
            {
                alert.BeginDescription();
                _ = record.ReadText();
                alert.Literal("password="u8);
                alert.Classified(record.ReadText(), classification);
                alert.End();
            });
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());
        var size = AlertWriter.SizeOf(s_text) + AlertWriter.SizeOf(Planted.Value);
        Assert.Equal(ClaimResult.Claimed, ring.TryClaim(alert.Id, size, isCritical: false, stamp: 0, out var writer));
        writer.Write(s_text);
        writer.Write(Planted.Value);
        writer.Commit();
        Assert.True(ring.TryRead(out var record));

        Create(Planted.Redactor, ClassifiedRedactor.Showing).Write(record, LogLevel.Error, DateTimeOffset.UnixEpoch);

        var entry = Assert.Single(_log.GetSnapshot());
        Assert.Equal($"password={Planted.Word}", entry.Message);
        Assert.Equal("a [redacted:planted] b <@80351110224674821>", entry.GetStructuredStateValue("owner"));
        Assert.Equal(Planted.Word, entry.GetStructuredStateValue("pw"));
    }

    [Fact]
    public void OfAnUntypedAlertNeitherNameNorValueNorMessageNorExceptionHasASecret()
    {
        using var draft = UntypedDraft.Begin($"Ada came with {Planted.Value}", new IOException(s_text));
        draft.Add("password", Planted.Value);
        draft.Add(Planted.Secret, "x");
        var alert = UntypedAlerts.Sent(LogLevel.Error)!;
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());
        Assert.Equal(
            ClaimResult.Claimed, ring.TryClaim(alert.Id, draft.Size, isCritical: false, stamp: 0, out var writer));
        draft.Write(ref writer);
        writer.Commit();
        Assert.True(ring.TryRead(out var record));

        Create(Planted.Redactor).Write(record, LogLevel.Error, DateTimeOffset.UnixEpoch);

        var entry = Assert.Single(_log.GetSnapshot());
        Assert.Equal($"Ada came with {Planted.Word}", entry.Message);
        Assert.Equal(Planted.Word, entry.GetStructuredStateValue("password"));
        Assert.Equal("x", entry.GetStructuredStateValue(Planted.Word));
        Assert.IsType<RedactedException>(entry.Exception);
    }

    [Fact]
    public void NewsOfAnIncidentHasNoSecret()
    {
        var log = Create(Planted.Redactor);
        log.Write(new IncidentMessage(new Incident(), isEnd: true), s_alert, s_text, DateTimeOffset.UnixEpoch);
        log.Write(
            new IncidentMessage(new Incident(), isEnd: false),
            s_alert,
            new AlertText(Planted.Secret.AsSpan(0, 20), isCut: true),
            DateTimeOffset.UnixEpoch);

        var entries = _log.GetSnapshot();
        Assert.Equal("Failed: resolved: a [redacted:planted] b <@80351110224674821>", entries[0].Message);
        Assert.Equal("a [redacted:planted] b <@80351110224674821>", entries[0].GetStructuredStateValue("text"));
        Assert.Equal("Failed: [redacted:planted]", entries[1].Message);
    }

    private FakeLogRecord Write(TextRedactor redactor, string text, string key, string exception)
        => Write(Create(redactor), text, key, exception);

    private FakeLogRecord Write(AlertLog log, string text, string key, string exception, string? password = null)
    {
        password ??= Planted.Value + "pw";
        var ring = new AlertRingBuffer(128 * 1024, new WakeUp());
        var size = AlertWriter.SizeOf(text)
            + AlertWriter.SizeOf(key)
            + AlertWriter.SizeOf(password)
            + sizeof(int)
            + (2 * AlertWriter.ReferenceSize);
        Assert.Equal(
            ClaimResult.Claimed, ring.TryClaim(s_alert.Id, size, isCritical: false, stamp: 0, out var writer));
        writer.Write(text);
        writer.Write(key);
        writer.Write(password);
        writer.Write(5);
        writer.WriteReference(new InvalidOperationException(exception));
        writer.WriteReference(new TimeoutException(exception));
        writer.Commit();
        Assert.True(ring.TryRead(out var record));

        log.Write(record, LogLevel.Error, DateTimeOffset.UnixEpoch);
        return _log.GetSnapshot()[^1];
    }

    private AlertLog Create(TextRedactor redactor, ClassifiedRedactor? classification = null)
        => AlertLog.Create(
            new WebhookAlertOptions { LogAlerts = true },
            _factory,
            redactor,
            classification ?? ClassifiedRedactor.Erasing,
            former: null)!;

    private static void Render(ref AlertReader record, AlertFormatter alert)
    {
        alert.BeginDescription();
        alert.Text(record.ReadText());
        _ = record.ReadText();
        alert.Literal(", password="u8);
        alert.Text(record.ReadText());
        alert.Literal(" of "u8);
        alert.Value(record.Read<int>());
        alert.End();
    }

    private sealed class Incident : IIncident
    {
        public Task<AlertOutcome> Delivered => Task.FromResult(AlertOutcome.Delivered);

        public IncidentStory? Story { get; set; }
    }
}
