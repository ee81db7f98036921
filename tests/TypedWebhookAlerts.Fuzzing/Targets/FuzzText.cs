using System.Runtime.InteropServices;
using System.Text;

namespace TypedWebhookAlerts.Fuzzing;

/// <summary>Makes texts of bytes.</summary>
internal static class FuzzText
{
    /// <summary>Begins an input whose rest is UTF-16, so that lone surrogates come in too.</summary>
    private const byte Utf16Mark = 0xFE;

    public static string Of(ReadOnlySpan<byte> bytes)
        => bytes is [Utf16Mark, .. var units]
            ? new string(MemoryMarshal.Cast<byte, char>(units[..(units.Length & ~1)]))
            : Encoding.UTF8.GetString(bytes);
}
