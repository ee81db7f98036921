using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>A redactor that does what a test says, and the provider that gives it.</summary>
internal sealed class ScriptedRedactor : Redactor, IRedactorProvider
{
    /// <summary>What it says of a text's length; by default the length itself.</summary>
    public Func<int, int> Length { get; init; } = static length => length;

    /// <summary>What it writes where, and how much it says that is; by default stars.</summary>
    public Func<string, char[], int> Write { get; init; } = static (text, room) =>
    {
        Array.Fill(room, '*');
        return text.Length;
    };

    /// <summary>What is given when a redactor is asked for; by default itself.</summary>
    public Func<Redactor?>? Give { get; init; }

    public List<DataClassificationSet> Asked { get; } = [];

    public Redactor GetRedactor(DataClassificationSet classifications)
    {
        Asked.Add(classifications);
        return Give is null ? this : Give()!;
    }

    public override int GetRedactedLength(ReadOnlySpan<char> input) => Length(input.Length);

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        var room = new char[destination.Length];
        var written = Write(source.ToString(), room);
        room.CopyTo(destination);
        return written;
    }
}
