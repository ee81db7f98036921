using System.Globalization;
using System.Text.Unicode;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes the lines of incidents' messages: the library's own words, and a caller's, escaped and on one
/// line.</summary>
/// <remarks>Not thread-safe: the pump has one.</remarks>
internal sealed class IncidentLineWriter
{
    private readonly Utf8Buffer _text = new();
    private readonly Utf8Buffer _line = new();
    private readonly PartWriter _writer;

    public IncidentLineWriter() => _writer = new PartWriter(_text) { IsContent = true };

    /// <summary>Takes out of a caller's words what is not to leave.</summary>
    public TextRedactor Redactor { get; set; } = TextRedactor.Default;

    /// <summary>Writes how it goes, after the time.</summary>
    /// <param name="text">What is new.</param>
    /// <param name="at">When it was told.</param>
    /// <param name="limit">The most code points of the line.</param>
    public IncidentLine Update(AlertText text, DateTimeOffset at, int limit) => Write(at, default, text, limit);

    /// <summary>Writes that one of several equal incidents is over.</summary>
    /// <param name="resolved">How many are by now.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="text">What ended it.</param>
    /// <param name="at">When.</param>
    /// <param name="limit">The most code points of the line.</param>
    public IncidentLine PartlyResolved(int resolved, int all, AlertText text, DateTimeOffset at, int limit)
    {
        Span<byte> words = stackalloc byte[64];
        _ = Utf8.TryWrite(words, CultureInfo.InvariantCulture, $"**{resolved} of {all} resolved**", out var length);
        return Write(at, words[..length], text, limit);
    }

    /// <summary>Writes that it is over.</summary>
    /// <param name="elapsed">How long it lasted, in words.</param>
    /// <param name="text">What ended it.</param>
    /// <param name="isEmbed">Whether its colour says so, too.</param>
    /// <param name="limit">The most code points of the line.</param>
    public IncidentLine Resolved(string elapsed, AlertText text, bool isEmbed, int limit)
    {
        Span<byte> words = stackalloc byte[128];
        _ = Utf8.TryWrite(
            words,
            CultureInfo.InvariantCulture,
            $"{(isEmbed ? "" : "🟢 ")}**Resolved after {elapsed}{(text.IsNull ? "" : ":")}**",
            out var length);
        var line = Write(null, words[..length], text, limit);
        return line.CodePoints > 0 ? line : Write(null, "Resolved"u8, AlertText.Null, limit);
    }

    /// <summary>Writes that the application stopped before it was over.</summary>
    /// <param name="at">When.</param>
    /// <param name="limit">The most code points of the line.</param>
    public IncidentLine Unresolved(DateTimeOffset at, int limit)
    {
        var line = Write(at, "**Unresolved when the application stopped**"u8, AlertText.Null, limit);
        return line.CodePoints > 0 ? line : Write(null, "Unresolved"u8, AlertText.Null, limit);
    }

    /// <summary>Writes a line.</summary>
    /// <returns>An empty one when there is not even room for our own words: half of them would mislead.</returns>
    private IncidentLine Write(DateTimeOffset? at, ReadOnlySpan<byte> words, AlertText text, int limit)
    {
        Span<byte> mark = stackalloc byte[40];
        var markLength = 0;
        if (at is { } moment)
        {
            _ = Utf8.TryWrite(
                mark, CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds()}:T> ", out markLength);
        }

        if (!words.IsEmpty && markLength + words.Length > limit)
        {
            return new IncidentLine([], 0);
        }

        _text.Clear();
        _line.Clear();
        _writer.Begin(PartKind.Description, TextContext.Markdown, limit, isSingleLine: true);
        _writer.Literal(mark[..markLength]);
        _writer.Literal(words);
        // Where a caller's words find no room they are left out, not ours cut for them.
        if (!text.IsNull && markLength + words.Length + " …".Length <= limit)
        {
            _writer.Literal(words.IsEmpty ? default : " "u8);
            _writer.Argument(
                Redactor.Redact(text.Value, before: default, text.IsCut) is { } redacted ? redacted : text.Value);
            _writer.Argument(text.IsCut ? "…"u8 : default);
        }

        var part = _writer.End();
        part.Granted = part.Need;
        var codePoints = TextCut.Append(_line, part, _text.Written.Slice(part.Start, part.Length));
        return new IncidentLine(_line.ToArray(), codePoints);
    }
}
