using System.Runtime.InteropServices;

namespace TypedWebhookAlerts.Capture;

/// <summary>What stands before each record in the ring.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RecordHeader
{
    /// <summary>The bytes of header and payload, rounded up to 8. Zero until the record is committed.</summary>
    public int Length;

    /// <summary>The alert's process-local id, perhaps with <see cref="Tracked"/>, <see cref="Traced"/> and
    /// <see cref="Echo"/>, or <see cref="Padding"/>.</summary>
    public int Descriptor;

    /// <summary>How many payload bytes, from the first, are the key by which repeats are folded.</summary>
    public int KeyLength;

    /// <summary>Milliseconds since a dormant pipeline was made, plus one; zero in a running one, whose pump
    /// stamps.</summary>
    public uint Stamp;

    public const int Size = 16;

    /// <summary>The descriptor of a record that only fills the ring to its end.</summary>
    public const int Padding = -1;

    /// <summary>Set beside the alert's id when the first slot of the header holds a tracker. Here, because the id is
    /// written anyway: a call without a tracker pays nothing.</summary>
    public const int Tracked = 1 << 30;

    /// <summary>Set beside the alert's id when the second slot of the header holds the id of a trace.</summary>
    public const int Traced = 1 << 29;

    /// <summary>Set beside the alert's id when whoever raised it was being told of another in the application's
    /// log.</summary>
    public const int Echo = 1 << 28;

    /// <summary>The bytes from the header's begin to what its second slot belongs to.</summary>
    public const int SecondSlot = 8;
}
