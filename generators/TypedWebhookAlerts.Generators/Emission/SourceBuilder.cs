using System.Text;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Builds indented source text.</summary>
internal sealed class SourceBuilder
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>How far the next line is indented.</summary>
    public int Width => _depth * 4;

    public void Line(string text = "")
        => _text.Append(' ', text.Length == 0 ? 0 : Width).Append(text).Append('\n');

    /// <summary>Writes a line, if there is one, and opens brackets below it, which the answer closes.</summary>
    public IDisposable Block(string? header = null, string open = "{", string close = "}")
    {
        if (header is not null)
        {
            Line(header);
        }

        Line(open);
        return new Indentation(this, close);
    }

    /// <summary>Indents what follows until the answer is disposed.</summary>
    public IDisposable Indent() => new Indentation(this, close: null);

    public override string ToString() => _text.ToString();

    private sealed class Indentation : IDisposable
    {
        private readonly SourceBuilder _code;
        private readonly string? _close;

        public Indentation(SourceBuilder code, string? close)
        {
            _code = code;
            _close = close;
            _code._depth++;
        }

        public void Dispose()
        {
            _code._depth--;
            if (_close is not null)
            {
                _code.Line(_close);
            }
        }
    }
}
