using CsCheck;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Hosting;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Inertness;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>An entry of an application's log, or an alert that is not declared, all of whose texts want to be more than
/// text.</summary>
/// <param name="IsSent">Whether it is the latter, which has no source and no scopes.</param>
/// <param name="Source">The logger's category, and the event.</param>
/// <param name="Message">The message, or the end of the template where that cannot be formatted.</param>
/// <param name="Values">Its values by name.</param>
/// <param name="Scope">A scope that is a text.</param>
/// <param name="ScopeValues">The values by name of another.</param>
/// <param name="Failure">What the exception says before a full stop; empty for none.</param>
internal sealed record HostileEntry(
    bool IsSent,
    HostileEntry.Origin Source,
    string Message,
    HostileEntry.Named[] Values,
    string Scope,
    HostileEntry.Named[] ScopeValues,
    string Failure)
{
    private static readonly Gen<Named[]> s_values
        = Gen.Select(HostileValue.Any, HostileValue.Any, (name, value) => new Named(name, value)).Array[0, 3];

    private static readonly Gen<Origin> s_sources = Gen.Select(
        HostileValue.Any, HostileValue.Any, Gen.Int[0, 2], Gen.Bool,
        (category, name, id, canBeFormatted) => new Origin(category, name, id, canBeFormatted));

    public static readonly Gen<HostileEntry> Any = Gen.Select(
        Gen.Bool, s_sources, HostileValue.Any, s_values, HostileValue.Any, s_values, HostileValue.Any,
        (isSent, source, message, values, scope, scopeValues, failure)
            => new HostileEntry(isSent, source, message, values, scope, scopeValues, failure));

    /// <summary>The characters of all of it.</summary>
    public int Length => Message.Length + Failure.Length + Fields.Sum(one => (one.Name + one.Value).Length);

    /// <summary>What its description says.</summary>
    public IEnumerable<string> Described => [Message, Failure];

    /// <summary>The fields that come of it: what they are named, null where that is a word of ours, and what is in
    /// them.</summary>
    public IEnumerable<(string? Name, string Value)> Fields
    {
        get
        {
            var values = Values.Select(value => ((string?)value.Name, value.Value));
            if (IsSent)
            {
                return values;
            }

            (string?, string)[] source = [(null, Source.Category), (null, Source.Event)];
            return source.Take(Source.HasEvent ? 2 : 1)
                .Concat(values)
                .Concat(ScopeValues.Select(value => ((string?)value.Name, value.Value)))
                .Append((null, Scope));
        }
    }

    /// <summary>The same with other texts.</summary>
    public HostileEntry With(Func<string, string> text) => this with
    {
        Source = Source with { Category = text(Source.Category), Event = text(Source.Event) },
        Message = text(Message),
        Values = Array.ConvertAll(Values, value => value.With(text)),
        Scope = text(Scope),
        ScopeValues = Array.ConvertAll(ScopeValues, value => value.With(text)),
        Failure = text(Failure),
    };

    public ShownEmbed Embed(RenderingOptions options) => ShownEmbed.Of(Render(new DiscordEmbedFormatter(options)));

    public string Content(RenderingOptions options)
        => ShownEmbed.ContentOf(Render(new DiscordContentFormatter(options)));

    public void WriteTo(AlertLog log)
    {
        using var wakeUp = new WakeUp();
        log.Write(Capture(new AlertRingBuffer(128 * 1024, wakeUp)), LogLevel.Error, DateTimeOffset.UnixEpoch);
    }

    public override string ToString()
        => $"{(IsSent ? "sent" : Source)}: <<{Message}>> {string.Join(", ", Values)} <<{Scope}>> "
            + $"{string.Join(", ", ScopeValues)} <<{Failure}>>";

    private RenderedAlert Render(DiscordFormatter formatter)
    {
        using var wakeUp = new WakeUp();
        var record = Capture(new AlertRingBuffer(128 * 1024, wakeUp));
        formatter.Begin(Spoken.Heading);
        var reader = record.CreateReader();
        record.Descriptor.Render(ref reader, formatter);
        return formatter.Finish();
    }

    private AlertRecord Capture(AlertRingBuffer ring)
    {
        using var draft = IsSent ? Send() : ReadAsEntry();
        var alert = IsSent ? UntypedAlerts.Sent(LogLevel.Error)! : UntypedAlerts.LogEntry(LogLevel.Error)!;
        Assert.Equal(
            ClaimResult.Claimed, ring.TryClaim(alert.Id, draft.Size, isCritical: false, stamp: 0, out var writer));
        draft.Write(ref writer);
        writer.Commit();
        Assert.True(ring.TryRead(out var record));
        return record;
    }

    private UntypedDraft Send()
    {
        var draft = UntypedDraft.Begin(Message, Exception());
        foreach (var (name, value) in Pairs(Values, from: 0))
        {
            draft.Add(name[1..], value);
        }

        return draft;
    }

    private UntypedDraft ReadAsEntry()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var text = scopes.Push(Scope);
        using var values = scopes.Push(Pairs(ScopeValues, Values.Length));
        return LogEntry.Read(
            Source.Category,
            new EventId(Source.Id, Source.Event),
            Pairs(Values, from: 0).Append(KeyValuePair.Create(AlertLogState.Template, (object?)$"A{Message}")),
            Exception(),
            (_, _) => Source.CanBeFormatted ? Message : throw new FormatException(),
            scopes,
            culture: null);
    }

    private IOException? Exception() => Failure.Length > 0 ? new IOException(Failure + ".") : null;

    // The sign before a hole's name is left out, and of names that are equal only the first is taken.
    private static List<KeyValuePair<string, object?>> Pairs(Named[] values, int from)
        => [.. values.Select((value, i) => new KeyValuePair<string, object?>(
            $"@{value.Name}{(char)('A' + from + i)}", value.Value))];

    /// <summary>Where a log entry comes from.</summary>
    internal readonly record struct Origin(string Category, string Event, int Id, bool CanBeFormatted)
    {
        public bool HasEvent => Event.Length > 0 || Id != 0;
    }

    /// <summary>A value by its name.</summary>
    internal readonly record struct Named(string Name, string Value)
    {
        public Named With(Func<string, string> text) => new(text(Name), text(Value));
    }
}
