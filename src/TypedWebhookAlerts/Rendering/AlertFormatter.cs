using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// What a generated renderer speaks to, in the words of an alert: title, description, fields, footer, exception.
/// It knows nothing of a destination; a formatter for Discord, or for another service, derives from it.
/// </summary>
/// <remarks>Two kinds of text reach it. A <em>literal</em> stands in the developer's source and is trusted; everything
/// else came from an argument and is shown as it is, whatever it contains.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AlertFormatter
{
    private const string Null = "(null)";

    /// <summary>The culture of numbers, dates and times; null for the invariant one.</summary>
    internal virtual CultureInfo? Culture => null;

    /// <summary>What classified text is shown as.</summary>
    internal virtual ClassifiedRedactor Classification => ClassifiedRedactor.Erasing;

    /// <summary>Takes out of arguments what is not to leave.</summary>
    internal virtual TextRedactor Redactor => TextRedactor.Default;

    /// <summary>The end of what the part that is open says so far: it names what comes next.</summary>
    private protected TextBefore Before { get; } = new();

    /// <summary>Starts the title. Until <see cref="End"/>, what is written belongs to it.</summary>
    public abstract void BeginTitle();

    /// <summary>Starts the description.</summary>
    public abstract void BeginDescription();

    /// <summary>Starts a field.</summary>
    /// <param name="name">The field's name, a literal.</param>
    /// <param name="inline">Whether the field may stand beside others in a row.</param>
    /// <param name="codeBlock">Whether the value is shown in a code block.</param>
    public abstract void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false);

    /// <summary>Starts the footer.</summary>
    public abstract void BeginFooter();

    /// <summary>Ends the part that was begun last.</summary>
    public abstract void End();

    /// <summary>Writes text of the developer's own, which keeps its formatting.</summary>
    /// <param name="utf8">The text.</param>
    public abstract void Literal(ReadOnlySpan<byte> utf8);

    /// <summary>Shows an exception at the end of the description: its type and message, and its stack trace in a
    /// code block.</summary>
    /// <param name="exception">The exception; null is shown as <c>(null)</c>.</param>
    public abstract void Exception(Exception? exception);

    /// <summary>Shows an exception's stack trace in the part begun last.</summary>
    /// <param name="exception">The exception; null is shown as <c>(null)</c>.</param>
    public abstract void StackTrace(Exception? exception);

    /// <summary>Shows a user's id so that it can be clicked and does not ping.</summary>
    /// <param name="id">The user's id; null is shown as <c>(null)</c>.</param>
    public abstract void UserId(ulong? id);

    /// <summary>Shows an address as a link.</summary>
    /// <param name="address">The address.</param>
    public abstract void Link(AlertText address);

    /// <summary>Writes an argument's text, which must not format anything.</summary>
    /// <param name="text">The characters.</param>
    protected abstract void WriteText(ReadOnlySpan<char> text);

    /// <summary>Writes an argument's text, which must not format anything.</summary>
    /// <param name="utf8">The characters in UTF-8.</param>
    protected abstract void WriteText(ReadOnlySpan<byte> utf8);

    /// <summary>Writes a title without holes.</summary>
    /// <param name="literal">The title.</param>
    public void Title(ReadOnlySpan<byte> literal)
    {
        BeginTitle();
        Literal(literal);
        End();
    }

    /// <summary>Writes a footer without holes.</summary>
    /// <param name="literal">The footer.</param>
    public void Footer(ReadOnlySpan<byte> literal)
    {
        BeginFooter();
        Literal(literal);
        End();
    }

    /// <summary>Starts a field whose name came from an argument: it is text that must not format anything.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="inline">Whether the field may stand beside others in a row.</param>
    internal virtual void BeginField(AlertText name, bool inline)
        => BeginField(Encoding.UTF8.GetBytes(Redact(name) ?? name.ToString()), inline);

    /// <summary>Shows an exception in a hole: its type and message.</summary>
    /// <param name="exception">The exception; null is shown as <c>(null)</c>.</param>
    public void ExceptionSummary(Exception? exception) => WriteText(ExceptionText.Summary(exception, Redactor));

    /// <summary>Writes an argument's text.</summary>
    /// <param name="text">The text; null is shown as <c>(null)</c>.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Text(AlertText text, int alignment = 0)
    {
        Aligned(text.IsNull ? Null : Redact(text) is { } redacted ? redacted : text.Value, alignment);
        if (text.IsCut)
        {
            WriteText("…"u8);
        }
    }

    /// <summary>Writes what the redactor of its classification leaves of an argument's text.</summary>
    /// <param name="text">The text; null is shown as <c>(null)</c>.</param>
    /// <param name="classification">How it is classified.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Classified(AlertText text, AlertClassification classification, int alignment = 0)
        => Text(classification.Redact(text, Classification), alignment);

    /// <summary>Writes what the redactor of its classification leaves of an exception's type and message.</summary>
    /// <param name="exception">The exception; null is shown as <c>(null)</c>.</param>
    /// <param name="classification">How it is classified.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Classified(Exception? exception, AlertClassification classification, int alignment = 0)
        => Classified(
            exception is null ? AlertText.Null : ExceptionText.RawSummary(exception), classification, alignment);

    /// <summary>Writes a value by its own formatting, in the formatter's culture.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">The value's .NET format. One that the type refuses is shown beside the plain value.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Value<T>(T value, string? format = null, int alignment = 0)
        where T : struct, IUtf8SpanFormattable
    {
        if (!Redactor.UserIds.ShowsIds && Mentions.IsBegunBy(Before.Value))
        {
            // The template has a mention of its own, around a hole.
            Text(value.ToString(), alignment);
            return;
        }

        if (RedactNamed(value) is { } redacted)
        {
            Aligned(redacted, alignment);
            return;
        }

        if (Culture is { } culture && CulturedText.TryFormat(value, format, culture) is { } text)
        {
            Aligned(text, alignment);
            return;
        }

        Span<byte> buffer = stackalloc byte[256];
        try
        {
            // What a format itself says beyond ASCII, .NET's UTF-8 formatting cuts or refuses; its UTF-16 one does not.
            if (!Ascii.IsValid(format) && value is IFormattable formattable)
            {
                Aligned(formattable.ToString(format, CultureInfo.InvariantCulture), alignment);
                return;
            }

            if (value.TryFormat(buffer, out var written, format, CultureInfo.InvariantCulture))
            {
                Aligned(buffer[..written], alignment);
            }
            else if (LongValue.TryFormat(value, format, out var utf8))
            {
                Aligned(utf8, alignment);
            }
            else
            {
                Text($"(format '{format}' is too long)");
            }
        }
        catch (FormatException) when (format is not null)
        {
            // The alert must go out all the same, and say what is wrong with it.
            Value(value, null, alignment);
            Text($" (format '{format}' failed)");
        }
    }

    /// <summary>Writes a value that may be missing.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="format">The value's .NET format.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Value<T>(T? value, string? format = null, int alignment = 0)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } present)
        {
            Value(present, format, alignment);
        }
        else
        {
            Aligned(Null, alignment);
        }
    }

    /// <summary>Writes a moment that each reader sees in their own time zone and language, as Discord's
    /// <c>&lt;t:unix:style&gt;</c>. A formatter for a destination without such marks overrides it.</summary>
    /// <param name="at">The moment; null is shown as <c>(null)</c>.</param>
    /// <param name="style">One of Discord's letters: t, T, d, D, f, F, s, S or R.</param>
    public virtual void Timestamp(DateTimeOffset? at, char style)
    {
        if (at is { } moment)
        {
            // The longest is "<t:-62135596800:R>".
            Span<byte> mark = stackalloc byte[32];
            Utf8.TryWrite(
                mark, CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds()}:{style}>", out var written);
            Literal(mark[..written]);
        }
        else
        {
            Aligned(Null, alignment: 0);
        }
    }

    /// <summary>Writes a moment that each reader sees in their own time zone and language.</summary>
    /// <param name="at">The moment, local where its kind is unspecified; null is shown as <c>(null)</c>.</param>
    /// <param name="style">One of Discord's letters: t, T, d, D, f, F, s, S or R.</param>
    public void Timestamp(DateTime? at, char style)
        => Timestamp(at is { } moment ? new DateTimeOffset(moment.ToUniversalTime()) : (DateTimeOffset?)null, style);

    /// <summary>Writes a truth value as <c>True</c> or <c>False</c>.</summary>
    /// <param name="value">The value; null is shown as <c>(null)</c>.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Value(bool? value, int alignment = 0) => Aligned(value?.ToString() ?? Null, alignment);

    /// <summary>Writes a character, which is text like any other.</summary>
    /// <param name="value">The character; null is shown as <c>(null)</c>.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Value(char? value, int alignment = 0)
        => Aligned(value is { } present ? [present] : Null, alignment);

    /// <summary>Writes an enum's value by name.</summary>
    /// <param name="value">The raw value; null is shown as <c>(null)</c>.</param>
    /// <param name="names">The enum's names.</param>
    /// <param name="format">G, F, D or X; another is shown beside the name.</param>
    /// <param name="alignment">As in a composite format: the least width, negative to align left.</param>
    public void Enum(long? value, EnumNames names, string? format = null, int alignment = 0)
    {
        if (value is not { } present)
        {
            Aligned(Null, alignment);
            return;
        }

        try
        {
            Aligned(names.Format(present, format), alignment);
        }
        catch (FormatException)
        {
            Aligned(names.Format(present, null), alignment);
            Text($" (format '{format}' failed)");
        }
    }

    /// <summary>What is shown in the place of an argument's text; null when that is the text itself.</summary>
    private protected virtual string? Redact(AlertText text)
        => text.IsNull ? null : Redactor.Redact(text.Value, Before.Value, text.IsCut);

    /// <summary>What is shown in the place of a value that is no text, where what stands before it names a secret: many
    /// keys are GUIDs, and some passwords numbers.</summary>
    private string? RedactNamed<T>(T value)
        where T : struct
        => KeySearch.MayTell(Before.Value)
            ? Redact(Convert.ToString(value, CultureInfo.InvariantCulture))
            : null;

    private void Aligned(ReadOnlySpan<char> text, int alignment)
    {
        var padding = Padding.Of(alignment, text.Length);
        Spaces(padding.Before);
        WriteText(text);
        Spaces(padding.After);
    }

    private void Aligned(ReadOnlySpan<byte> utf8, int alignment)
    {
        var padding = alignment == 0 ? default : Padding.Of(alignment, Encoding.UTF8.GetCharCount(utf8));
        Spaces(padding.Before);
        WriteText(utf8);
        Spaces(padding.After);
    }

    private void Spaces(int count)
    {
        ReadOnlySpan<byte> spaces = "                                "u8;
        for (; count > 0; count -= spaces.Length)
        {
            WriteText(spaces[..Math.Min(count, spaces.Length)]);
        }
    }
}
