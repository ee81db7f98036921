using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>Four producers that have claimed and not yet committed: a writer lives on the stack, in no list.</summary>
internal ref struct OpenClaims
{
    public const int Producers = 4;

    private AlertWriter _first;
    private AlertWriter _second;
    private AlertWriter _third;
    private AlertWriter _fourth;

    public void Set(int producer, AlertWriter writer)
    {
        switch (producer)
        {
            case 0: _first = writer; break;
            case 1: _second = writer; break;
            case 2: _third = writer; break;
            default: _fourth = writer; break;
        }
    }

    public void WriteAndCommit(int producer, ReadOnlySpan<byte> payload)
    {
        switch (producer)
        {
            case 0: WriteAndCommit(ref _first, payload); break;
            case 1: WriteAndCommit(ref _second, payload); break;
            case 2: WriteAndCommit(ref _third, payload); break;
            default: WriteAndCommit(ref _fourth, payload); break;
        }
    }

    private static void WriteAndCommit(ref AlertWriter writer, ReadOnlySpan<byte> payload)
    {
        foreach (var value in payload)
        {
            writer.Write(value);
        }

        writer.EndKey();
        writer.Commit();
    }
}
