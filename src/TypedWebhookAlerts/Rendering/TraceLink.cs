using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Leads from an alert to the trace that it was raised in: an address with a place for the trace's
/// id.</summary>
internal sealed class TraceLink
{
    /// <summary>The bytes that the longest link takes; they fit a field.</summary>
    private const int MaxLength = 900;

    private const string Placeholder = "{traceId}";
    private const int IdLength = 32;

    private readonly byte[][] _pieces;

    private TraceLink(byte[][] pieces) => _pieces = pieces;

    /// <summary>Takes an address apart.</summary>
    /// <param name="template">The address, with <c>{traceId}</c> in it.</param>
    /// <returns>Null if there is none, or none that could be shown as a link.</returns>
    public static TraceLink? Create(string? template)
    {
        var pieces = (template ?? string.Empty).Trim().Split(Placeholder);
        if (pieces.Length < 2 || !LinkText.IsAddress(pieces[0]))
        {
            return null;
        }

        var link = new TraceLink(Array.ConvertAll(pieces, Encode));
        return link.Length <= MaxLength ? link : null;
    }

    private int Length
        => "[](<>)".Length + IdLength + _pieces.Sum(piece => piece.Length) + ((_pieces.Length - 1) * IdLength);

    /// <summary>Writes the id of a trace as a link, if there is room for all of it.</summary>
    /// <param name="writer">Writes the part that it stands in.</param>
    /// <param name="id">The id: 32 hexadecimal digits.</param>
    /// <param name="isPlainContent">Whether Discord would show a preview of the page, were it not for angle
    /// brackets.</param>
    /// <returns>Whether it was written.</returns>
    public bool TryWrite(PartWriter writer, string id, bool isPlainContent)
    {
        Span<byte> mark = stackalloc byte[MaxLength];
        return writer.TryLink(mark[..Write(id, mark, isPlainContent)]);
    }

    private int Write(ReadOnlySpan<char> id, Span<byte> destination, bool isPlainContent)
    {
        var length = Append(destination, 0, "["u8);
        length += Encoding.ASCII.GetBytes(id, destination[length..]);
        length = Append(destination, length, isPlainContent ? "](<"u8 : "]("u8);
        length = Append(destination, length, _pieces[0]);
        foreach (var piece in _pieces.AsSpan(1))
        {
            length += Encoding.ASCII.GetBytes(id, destination[length..]);
            length = Append(destination, length, piece);
        }

        return Append(destination, length, isPlainContent ? ">)"u8 : ")"u8);
    }

    private static byte[] Encode(string piece)
    {
        var bytes = new List<byte>();
        Span<byte> encoded = stackalloc byte[LinkText.MaxEncodedRune];
        foreach (var rune in piece.EnumerateRunes())
        {
            bytes.AddRange(encoded[..LinkText.Encode(rune, encoded)]);
        }

        return [.. bytes];
    }

    private static int Append(Span<byte> destination, int length, ReadOnlySpan<byte> text)
    {
        text.CopyTo(destination[length..]);
        return length + text.Length;
    }
}
