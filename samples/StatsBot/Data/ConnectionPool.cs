namespace StatsBot.Data;

/// <summary>A database's few connections. Who waits for one too long gives up.</summary>
internal sealed class ConnectionPool(int size, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size, size);

    /// <summary>Waits for a connection.</summary>
    /// <returns>What gives it back.</returns>
    /// <exception cref="TimeoutException">None became free in time.</exception>
    public async Task<IDisposable> RentAsync(CancellationToken cancellationToken)
    {
        if (!await _free.WaitAsync(patience, cancellationToken))
        {
            throw new TimeoutException(
                $"No connection became free within {patience.TotalMilliseconds} ms: all {size} are in use.");
        }

        return new Connection(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Connection(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
