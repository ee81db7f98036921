using System.Globalization;
using System.Text;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes an alert without any formatting, a line for each of its parts.</summary>
/// <param name="redactor">Takes out of arguments what is not to leave.</param>
/// <param name="classification">What classified text is shown as.</param>
internal class PlainTextFormatter(TextRedactor redactor, ClassifiedRedactor classification) : AlertFormatter
{
    private readonly StringBuilder _text = new();

    internal sealed override ClassifiedRedactor Classification => classification;

    internal sealed override TextRedactor Redactor => redactor;

    /// <summary>Where what follows is written; null for nowhere.</summary>
    protected StringBuilder? Output { get; set; }

    public sealed override void BeginTitle() => BeginPart(PartKind.Title);

    public sealed override void BeginDescription() => BeginPart(PartKind.Description);

    public sealed override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
    {
        BeginPart(PartKind.FieldName);
        Literal(name);
        Output?.Append(": ");
    }

    public sealed override void BeginFooter() => BeginPart(PartKind.Footer);

    public override void End() => Before.Clear();

    public sealed override void Literal(ReadOnlySpan<byte> utf8)
    {
        Output?.Append(Encoding.UTF8.GetString(utf8));
        Before.Add(utf8);
    }

    public sealed override void Exception(Exception? exception)
    {
        BeginPart(PartKind.Exception);
        if (Output is not null)
        {
            ExceptionSummary(exception);
        }
    }

    public override void StackTrace(Exception? exception)
    {
        if (Output is not null)
        {
            ExceptionSummary(exception);
        }
    }

    public sealed override void UserId(ulong? id)
        => WriteText(id is { } present ? redactor.UserIds.Apply(present) : "(null)");

    public sealed override void Link(AlertText address) => Text(address);

    public sealed override void Timestamp(DateTimeOffset? at, char style)
        => Text(at?.ToString("u", CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();

    /// <summary>Begins a part, and says by <see cref="Output"/> where it is written.</summary>
    protected virtual void Begin(PartKind part)
    {
        Output = _text;
        if (_text.Length > 0)
        {
            _text.AppendLine();
        }
    }

    protected sealed override void WriteText(ReadOnlySpan<char> text)
    {
        Output?.Append(text);
        Before.Add(text);
    }

    protected sealed override void WriteText(ReadOnlySpan<byte> utf8) => Literal(utf8);

    private void BeginPart(PartKind part)
    {
        Before.Clear();
        Begin(part);
    }
}
