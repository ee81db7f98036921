using System.Runtime.InteropServices;

namespace TypedWebhookAlerts.Capture;

/// <summary>The ring's positions, each on cache lines of its own: producers and pump must not slow each
/// other.</summary>
[StructLayout(LayoutKind.Explicit, Size = 512)]
internal struct RingPositions
{
    /// <summary>Where the next claim begins; its sign bit says that the ring is closed.</summary>
    [FieldOffset(128)]
    public long Tail;

    /// <summary>A head that some producer has seen: never ahead of the real one.</summary>
    [FieldOffset(256)]
    public long SeenHead;

    /// <summary>The first byte that is not yet free.</summary>
    [FieldOffset(384)]
    public long Head;
}
