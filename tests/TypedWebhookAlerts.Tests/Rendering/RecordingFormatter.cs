using System.Text;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>A formatter that only writes down what reaches its destination.</summary>
internal sealed class RecordingFormatter : AlertFormatter
{
    private readonly StringBuilder _text = new();

    /// <summary>Random text may look like a secret.</summary>
    internal override TextRedactor Redactor => TextRedactor.None;

    public static string Record(Action<AlertFormatter> write)
    {
        var formatter = new RecordingFormatter();
        write(formatter);
        return formatter._text.ToString();
    }

    public override void BeginTitle() => _text.Append("<title>");

    public override void BeginDescription() => _text.Append("<description>");

    public override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
        => _text.Append("<field ").Append(Encoding.UTF8.GetString(name)).Append('>');

    public override void BeginFooter() => _text.Append("<footer>");

    public override void End() => _text.Append("</>");

    public override void Literal(ReadOnlySpan<byte> utf8)
        => _text.Append("[literal ").Append(Encoding.UTF8.GetString(utf8)).Append(']');

    public override void Exception(Exception? exception) => _text.Append("[exception]");

    public override void StackTrace(Exception? exception) => _text.Append("[stack trace]");

    public override void UserId(ulong? id) => _text.Append("[user ").Append(id).Append(']');

    public override void Link(AlertText address) => _text.Append("[link ").Append(address.Value).Append(']');

    protected override void WriteText(ReadOnlySpan<char> text) => _text.Append(text);

    protected override void WriteText(ReadOnlySpan<byte> utf8) => _text.Append(Encoding.UTF8.GetString(utf8));
}
