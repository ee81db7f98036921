using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>A text as it is read in another way, and where in the written one each of its characters stands: what is
/// found in it is taken out of that one.</summary>
internal sealed class RewrittenText : IDisposable
{
    private readonly char[] _characters;
    private readonly int[] _places;
    private readonly int _textFrom;
    private int _length;
    private int _from;

    /// <param name="search">The search of the written text, which is no shorter.</param>
    public RewrittenText(in SecretSearch search)
    {
        _characters = ArrayPool<char>.Shared.Rent(search.Text.Length);
        _places = ArrayPool<int>.Shared.Rent(search.Text.Length + 1);
        _textFrom = search.From;
    }

    /// <summary>Appends a character.</summary>
    /// <param name="character">What it is read as.</param>
    /// <param name="place">Where what it is read from begins.</param>
    public void Append(char character, int place)
    {
        _places[_length] = place;
        _characters[_length++] = character;
        _from = place < _textFrom ? _length : _from;
    }

    /// <summary>Begins a search of it, which ends before it is disposed.</summary>
    public SecretSearch Search(in SecretSearch written)
    {
        _places[_length] = written.Text.Length;
        return written.Of(_characters.AsSpan(0, _length), _from);
    }

    /// <summary>Adds what was found in it to what was found in the written text.</summary>
    public void AddTo(ref SecretSearch written, List<FoundSecret>? found) => written.AddAll(found, _places);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_characters, clearArray: true);
        ArrayPool<int>.Shared.Return(_places);
    }
}
