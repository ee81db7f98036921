namespace StatsBot.Data;

/// <summary>
/// Stands in for a database of messages: two connections, and a millisecond or two for each day that a query reads.
/// </summary>
internal sealed class ActivityDatabase(TimeProvider time) : IDisposable
{
    /// <summary>Where it would be.</summary>
    public const string Host = "activity-db.internal";

    private static readonly TimeSpan s_costOfDay = TimeSpan.FromMilliseconds(2);

    private readonly Lock _gate = new();
    private readonly List<MessageRow> _messages = [];
    private readonly ConnectionPool _pool = new(size: 2, patience: TimeSpan.FromMilliseconds(250));

    public void Append(MessageRow message)
    {
        lock (_gate)
        {
            _messages.Add(message);
        }
    }

    /// <summary>Reads a guild's messages of the last days.</summary>
    /// <exception cref="TimeoutException">No connection became free in time.</exception>
    public async Task<IReadOnlyList<MessageRow>> QueryAsync(
        ulong guildId, int days, DateTimeOffset until, CancellationToken cancellationToken)
    {
        using var connection = await _pool.RentAsync(cancellationToken);
        await Task.Delay(s_costOfDay * days, time, cancellationToken);
        var from = until.AddDays(-days);
        lock (_gate)
        {
            return [.. _messages.Where(message => message.GuildId == guildId && message.At > from && message.At <= until)];
        }
    }

    public void Dispose() => _pool.Dispose();
}
