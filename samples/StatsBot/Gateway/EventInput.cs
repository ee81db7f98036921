using System.Reflection;

namespace StatsBot.Gateway;

/// <summary>Where the events come from.</summary>
internal sealed class EventInput : IDisposable
{
    /// <summary>A pipe whose writer stays silent for so long is taken for none: many tools leave one open.</summary>
    private static readonly TimeSpan s_pipePatience = TimeSpan.FromSeconds(1);

    private readonly TextReader _reader;
    private string? _first;

    private EventInput(string name, TextReader reader, string? first = null, bool isRecording = false)
    {
        Name = name;
        IsRecording = isRecording;
        _reader = reader;
        _first = first;
    }

    public string Name { get; }

    /// <summary>Whether it happened before and is played back at the speed at which it did.</summary>
    public bool IsRecording { get; }

    /// <summary>Opens what the command line names.</summary>
    /// <param name="events">A file, <c>-</c>, or null for what is piped in, else the recording.</param>
    public static async Task<EventInput> OpenAsync(string? events)
        => events switch
        {
            "-" => new EventInput("standard input", StandardInput()),
            { } path => new EventInput(path, File.OpenText(path)),
            null => await PipedAsync() ?? Recording(),
        };

    /// <summary>Reads a line.</summary>
    /// <returns>The line; null at the end.</returns>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (_first is { } first)
        {
            _first = null;
            return first;
        }

        // A read of standard input cannot be cancelled: it is left behind when the bot stops.
        return await Task.Run(_reader.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
    }

    public void Dispose() => _reader.Dispose();

    private static async Task<EventInput?> PipedAsync()
    {
        if (!Console.IsInputRedirected)
        {
            return null;
        }

        var reader = StandardInput();
        var reading = Task.Run(reader.ReadLine);
        await Task.WhenAny(reading, Task.Delay(s_pipePatience));
        return reading.IsCompletedSuccessfully && reading.Result is { } first
            ? new EventInput("standard input", reader, first)
            : null;
    }

    private static EventInput Recording()
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("evening.jsonl")!;
        return new EventInput("the recorded evening", new StreamReader(stream), isRecording: true);
    }

    private static StreamReader StandardInput() => new(Console.OpenStandardInput());
}
