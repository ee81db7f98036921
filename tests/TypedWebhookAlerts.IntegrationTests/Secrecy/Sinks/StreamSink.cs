using System.Text;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

/// <summary>Takes what is written to standard output and standard error.</summary>
internal sealed class StreamSink : IDisposable
{
    public const string Name = "standard stream";

    private readonly SecretSearch _search;
    private readonly TextWriter _formerOut = Console.Out;
    private readonly TextWriter _formerError = Console.Error;
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    public StreamSink(SecretSearch search)
    {
        _search = search;
        var writer = new Writer(this);
        Console.SetOut(writer);
        Console.SetError(writer);
    }

    /// <summary>Looks at what was written until now, and forgets it.</summary>
    public void Look()
    {
        foreach (var line in Take().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _search.Look(Name, "line", line);
        }
    }

    public void Dispose()
    {
        Console.SetOut(_formerOut);
        Console.SetError(_formerError);
    }

    private string Take()
    {
        lock (_gate)
        {
            var text = _text.ToString();
            _text.Clear();
            return text;
        }
    }

    private sealed class Writer(StreamSink sink) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (sink._gate)
            {
                sink._text.Append(value);
            }
        }
    }
}
