namespace StatsBot.Data;

/// <summary>Reads activity, and notices when the database does not answer.</summary>
internal sealed class ActivityRepository(ActivityDatabase database, DatabaseHealth health)
{
    /// <summary>A guild's messages of the last days.</summary>
    /// <exception cref="ActivityUnavailableException">The database did not answer.</exception>
    public async Task<IReadOnlyList<MessageRow>> ReadAsync(
        ulong guildId, int days, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            var messages = await database.QueryAsync(guildId, days, until, cancellationToken);
            health.Answered();
            return messages;
        }
        catch (TimeoutException exception)
        {
            health.TimedOut(exception);
            throw new ActivityUnavailableException($"The last {days} days could not be read", exception);
        }
    }
}
