using System.Text;
using System.Text.Unicode;

namespace TypedWebhookAlerts.Capture;

/// <summary>How text stands in a record: a count of UTF-16 units, then the units.</summary>
internal static class CapturedText
{
    /// <summary>No argument is captured beyond so many UTF-16 units: an embed's description holds no more.</summary>
    public const int Cap = 4096;

    public const int Null = -1;

    /// <summary>Set in the count when the text was cut.</summary>
    public const int CutFlag = 1 << 30;

    private const int LookBack = 512;

    /// <summary>No UTF-16 unit comes of more bytes: those of more than 3 are two units.</summary>
    private const int MaxBytesPerUnit = 3;

    /// <summary>How many units are captured: all, or up to the last white space before the cap, so that no word
    /// (and no half of a secret) is cut where that can be helped.</summary>
    public static int LengthOf(ReadOnlySpan<char> text) => text.Length <= Cap ? text.Length : CutLength(text);

    /// <summary>How many units a UTF-8 text takes at most. What is longer than the cap may be cut to less, which its
    /// transcoding finds.</summary>
    public static int LengthOf(ReadOnlySpan<byte> utf8)
        => utf8.Length > Cap * MaxBytesPerUnit ? Cap : Math.Min(Cap, Encoding.UTF8.GetCharCount(utf8));

    /// <summary>Writes a UTF-8 text as UTF-16 and cuts it as any other; bytes that are none become U+FFFD.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="text">Where to; no longer than the cap.</param>
    /// <param name="isCut">Whether not all of it is captured.</param>
    /// <returns>The units that count.</returns>
    public static int Transcode(ReadOnlySpan<byte> utf8, Span<char> text, out bool isCut)
    {
        Utf8.ToUtf16(utf8, text, out var read, out var written);
        isCut = read < utf8.Length;
        if (!isCut)
        {
            return written;
        }

        // The transcoder splits no pair, so that what was written ends well where no white space is near.
        Rune.DecodeFromUtf8(utf8[read..], out var next, out _);
        var last = text.Length < Cap || Rune.IsWhiteSpace(next) ? written : LastWhiteSpace(text[..written]);
        return last >= 0 ? last : written;
    }

    private static int CutLength(ReadOnlySpan<char> text)
    {
        var last = LastWhiteSpace(text);
        if (last >= 0)
        {
            return last;
        }

        return char.IsHighSurrogate(text[Cap - 1]) ? Cap - 1 : Cap;
    }

    /// <summary>Where the last white space stands at which a text may be cut, or -1.</summary>
    private static int LastWhiteSpace(ReadOnlySpan<char> text)
    {
        for (var i = Math.Min(Cap, text.Length - 1); i >= Cap - LookBack; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
