using System.Text;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>Writes down what a generated renderer says.</summary>
/// <param name="redactors">Give the redactors of classified values; null to erase them.</param>
internal sealed class ProbeFormatter(IRedactorProvider? redactors = null) : AlertFormatter
{
    private readonly List<(string Part, string Text)> _parts = [];
    private readonly StringBuilder _text = new();
    private string? _part;

    internal override ClassifiedRedactor Classification { get; } = new(redactors, NullLogger.Instance);

    /// <summary>Random text may look like a secret.</summary>
    internal override TextRedactor Redactor => TextRedactor.None;

    public IReadOnlyList<(string Part, string Text)> Parts => _parts;

    public override void BeginTitle() => Begin("title");

    public override void BeginDescription() => Begin("description");

    public override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
        => Begin($"field {Encoding.UTF8.GetString(name)}{(inline ? " inline" : "")}{(codeBlock ? " code" : "")}");

    public override void BeginFooter() => Begin("footer");

    public override void End()
    {
        _parts.Add((_part ?? throw new InvalidOperationException("Nothing was begun."), _text.ToString()));
        _text.Clear();
        _part = null;
    }

    public override void Literal(ReadOnlySpan<byte> utf8) => Write(Encoding.UTF8.GetString(utf8));

    public override void Exception(Exception? exception) => _parts.Add(("exception", exception?.Message ?? "(null)"));

    public override void StackTrace(Exception? exception) => Write($"<trace of {exception?.Message}>");

    public override void UserId(ulong? id) => Write($"<@{id}>");

    public override void Link(AlertText address) => Write($"<link {address.ToString()}>");

    protected override void WriteText(ReadOnlySpan<char> text) => Write(text.ToString());

    protected override void WriteText(ReadOnlySpan<byte> utf8) => Write(Encoding.UTF8.GetString(utf8));

    private void Begin(string part)
        => _part = _part is null ? part : throw new InvalidOperationException($"'{_part}' was not ended.");

    private void Write(string text)
        => _text.Append(_part is null ? throw new InvalidOperationException("Nothing was begun.") : text);
}
