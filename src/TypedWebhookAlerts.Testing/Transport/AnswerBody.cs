using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>The body of an answer that drips by the simulator's clock, or that has no end.</summary>
internal sealed class AnswerBody(ApiAnswer answer, RoundTripDelay delay) : Stream
{
    /// <summary>The time from one drop to the next, at most.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What an endless body consists of. It begins a JSON text that never ends.</summary>
    private static readonly byte[] s_endless = [.. "[\""u8, .. Enumerable.Repeat((byte)'x', 16 * 1024)];

    /// <summary>What drips for ever once the body has: white space, so that the text stays what it is.</summary>
    private static readonly byte[] s_space = [(byte)' '];

    // Whoever closes the body no longer waits for it.
    private readonly CancellationTokenSource _closing = new();
    private ReadOnlyMemory<byte> _drop;
    private int _drops;
    private bool _isClosed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_drop.IsEmpty && !buffer.IsEmpty)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, cancellationToken);
            _drop = await NextAsync(either.Token).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, _drop.Length);
        _drop[..count].CopyTo(buffer);
        _drop = _drop[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
        => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            _closing.Cancel();
            _closing.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <returns>The next drop; empty at the end.</returns>
    private async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        delay.Abandoned.ThrowIfCancellationRequested();
        var drop = _drops++;
        var body = answer.Body;
        if (answer.Course == AnswerCourse.IsEndless)
        {
            return s_endless.AsMemory(drop == 0 ? 0 : 2);
        }

        if (answer.DripsFor is not { } time)
        {
            await delay.SleepAsync(Pause, cancellationToken).ConfigureAwait(false);
            return drop < body.Length ? body.AsMemory(drop, 1) : s_space;
        }

        var all = Math.Clamp((int)Math.Ceiling(time / Pause), 1, Math.Max(1, body.Length));
        if (drop == all)
        {
            return default;
        }

        await delay.SleepAsync(time / all, cancellationToken).ConfigureAwait(false);
        return body.AsMemory(Part(drop)..Part(drop + 1));

        int Part(int index) => (int)((long)body.Length * index / all);
    }
}
