using System.Globalization;
using System.Text;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes an alert without any formatting, a line for each of its parts.</summary>
/// <param name="userIds">What stands for users' ids.</param>
/// <param name="classification">What classified text is shown as.</param>
internal class PlainTextFormatter(UserIdMask userIds, ClassifiedRedactor classification) : AlertFormatter
{
    private readonly StringBuilder _text = new();

    internal sealed override ClassifiedRedactor Classification => classification;

    /// <summary>Where what follows is written; null for nowhere.</summary>
    protected StringBuilder? Output { get; set; }

    public sealed override void BeginTitle() => Begin(PartKind.Title);

    public sealed override void BeginDescription() => Begin(PartKind.Description);

    public sealed override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
    {
        Begin(PartKind.FieldName);
        Literal(name);
        Literal(": "u8);
    }

    public sealed override void BeginFooter() => Begin(PartKind.Footer);

    public override void End()
    {
    }

    public sealed override void Literal(ReadOnlySpan<byte> utf8) => Output?.Append(Encoding.UTF8.GetString(utf8));

    public sealed override void Exception(Exception? exception)
    {
        Begin(PartKind.Exception);
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

    public sealed override void UserId(ulong? id) => Text(id is { } present ? userIds.Apply(present) : null);

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

    protected sealed override void WriteText(ReadOnlySpan<char> text) => Output?.Append(text);

    protected sealed override void WriteText(ReadOnlySpan<byte> utf8) => Literal(utf8);
}
