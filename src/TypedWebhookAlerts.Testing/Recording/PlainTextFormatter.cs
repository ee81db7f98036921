using System.Globalization;
using System.Text;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Testing.Recording;

/// <summary>Writes an alert without any formatting, a line for each of its parts.</summary>
internal sealed class PlainTextFormatter : AlertFormatter
{
    private readonly StringBuilder _text = new();

    public override void BeginTitle() => BeginLine();

    public override void BeginDescription() => BeginLine();

    public override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
    {
        BeginLine();
        Literal(name);
        _text.Append(": ");
    }

    public override void BeginFooter() => BeginLine();

    public override void End()
    {
    }

    public override void Literal(ReadOnlySpan<byte> utf8) => _text.Append(Encoding.UTF8.GetString(utf8));

    public override void Exception(Exception? exception)
    {
        BeginLine();
        ExceptionSummary(exception);
    }

    public override void StackTrace(Exception? exception) => ExceptionSummary(exception);

    public override void UserId(ulong? id) => Value(id);

    public override void Link(AlertText address) => Text(address);

    public override void Timestamp(DateTimeOffset? at, char style)
        => Text(at?.ToString("u", CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();

    protected override void WriteText(ReadOnlySpan<char> text) => _text.Append(text);

    protected override void WriteText(ReadOnlySpan<byte> utf8) => Literal(utf8);

    private void BeginLine()
    {
        if (_text.Length > 0)
        {
            _text.AppendLine();
        }
    }
}
