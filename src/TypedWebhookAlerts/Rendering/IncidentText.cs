using System.Globalization;
using System.Text.Unicode;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// The message of an incident as it grows: the alert that it was opened with, the newest lines of its course that there
/// is room for, how many came before them, and its end.
/// </summary>
/// <remarks>The alert itself is rendered once, and no object of the user's is kept for it: lines are put into its bytes
/// where the counter stands. Not thread-safe: the pump has it.</remarks>
internal sealed class IncidentText(RenderedAlert alert)
{
    private const int Green = 0x2ECC71;

    /// <summary>Not Discord's: no message has room for more lines that say anything.</summary>
    private const int MaxUpdates = 48;

    /// <summary>Not Discord's: what one line may take, so that one piece of news leaves room for others.</summary>
    private const int MaxLine = 512;

    /// <summary>What "-# 1,000,000 earlier updates" takes, with its line feed.</summary>
    private const int NoteReserve = 40;

    private readonly RenderedAlert _opening = alert.Shorter ?? alert;
    private readonly Queue<IncidentLine> _updates = new();
    private IncidentLine? _end;
    private long _forgotten;
    private int _revision;

    public bool IsEmbed => _opening.IsEmbed;

    /// <summary>The most code points of one line.</summary>
    public int LineLimit => Math.Min(MaxLine, Room - 1 - (HasRoomForNote ? NoteReserve : 0));

    private int Room => _opening.Room;

    private bool HasRoomForNote => Room >= NoteReserve * 2;

    /// <summary>Adds a line.</summary>
    public void Add(IncidentLine update)
    {
        _updates.Enqueue(update);
        if (_updates.Count > MaxUpdates)
        {
            _updates.Dequeue();
            _forgotten++;
        }
    }

    /// <summary>Sets the last line.</summary>
    public void End(IncidentLine line) => _end = line;

    /// <summary>Takes the last line back.</summary>
    public void GoOn() => _end = null;

    /// <summary>Puts the message together as it stands.</summary>
    /// <param name="output">Where it is put together.</param>
    /// <param name="isResolved">Whether it is over, and green.</param>
    /// <param name="news">How many pieces of news it stands for.</param>
    public RenderedAlert Compose(Utf8Buffer output, bool isResolved, long news)
    {
        var lines = ChooseLines(out var omitted);
        var isFirstText = _opening.IsCounterAlone && (lines.Count > 0 || omitted > 0);
        output.Clear();
        output.Append(_opening.Json.AsSpan(0, _opening.CounterOffset));
        output.Append(isFirstText ? "\"description\":\""u8 : default);
        var codePoints = AppendLines(output, lines, omitted, isFirstText);
        var counterOffset = output.Length;
        output.Append(isFirstText ? "\","u8 : default);
        AppendRest(output, isResolved && _opening.IsEmbed);
        return new RenderedAlert(
            output.ToArray(),
            counterOffset,
            _opening.CodePoints + codePoints,
            _opening.IsEmbed,
            _opening.IsCounterAlone && !isFirstText)
        {
            Trace = alert.Trace,
            Revision = ++_revision,
            News = news,
        };
    }

    /// <summary>Chooses the newest lines that there is room for; the end always stands.</summary>
    /// <returns>The lines in the order in which they are shown.</returns>
    private List<IncidentLine> ChooseLines(out long omitted)
    {
        var lines = new List<IncidentLine>(_updates.Count + 1);
        var room = Room;
        if (_end is { CodePoints: > 0 } end)
        {
            lines.Add(end);
            room -= Cost(end);
        }

        var shown = 0;
        var isWhole = _forgotten == 0 && _updates.Sum(Cost) <= room;
        room -= isWhole || !HasRoomForNote ? 0 : NoteReserve;
        foreach (var update in _updates.Reverse().TakeWhile(update => (room -= Cost(update)) >= 0))
        {
            lines.Add(update);
            shown++;
        }

        omitted = HasRoomForNote ? _forgotten + _updates.Count - shown : 0;
        lines.Reverse();
        return lines;
    }

    private static int AppendLines(Utf8Buffer output, List<IncidentLine> lines, long omitted, bool isFirstText)
    {
        var codePoints = 0;
        if (omitted > 0)
        {
            Span<byte> note = stackalloc byte[64];
            _ = Utf8.TryWrite(
                note,
                CultureInfo.InvariantCulture,
                $"-# {Math.Min(omitted, 999_999_999):N0} earlier update{(omitted == 1 ? "" : "s")}",
                out var length);
            output.Append(isFirstText ? default : "\\n"u8);
            output.Append(note[..length]);
            codePoints = length + 1;
        }

        foreach (var line in lines)
        {
            output.Append(isFirstText && codePoints == 0 ? default : "\\n"u8);
            output.Append(line.Json);
            codePoints += Cost(line);
        }

        return isFirstText ? codePoints - 1 : codePoints;
    }

    private void AppendRest(Utf8Buffer output, bool isGreen)
    {
        var rest = _opening.Json.AsSpan(_opening.CounterOffset);
        if (isGreen)
        {
            var color = _opening.ColorOffset - _opening.CounterOffset;
            output.Append(rest[..color]);
            output.Append(Green);
            rest = rest[color..];
            rest = rest[rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9')..];
        }

        output.Append(rest);
    }

    // A line, and the line feed before it.
    private static int Cost(IncidentLine line) => line.CodePoints + 1;
}
