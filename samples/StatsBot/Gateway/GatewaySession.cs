namespace StatsBot.Gateway;

/// <summary>The connection to the gateway, as its own events tell of it.</summary>
internal sealed class GatewaySession(TimeProvider time)
{
    private int _shard;
    private long _since = time.GetTimestamp();

    public void Begin(Ready ready)
    {
        _shard = ready.Shard is [var shard, ..] ? shard : 0;
        _since = time.GetTimestamp();
        BotAlerts.LoggedIn(ready.User.DisplayName, _shard, ready.Shard is [_, var shards, ..] ? shards : 1);
    }

    public void Lose(string reason)
    {
        BotAlerts.ShardDisconnected(_shard, time.GetElapsedTime(_since), reason);
        _since = time.GetTimestamp();
    }

    public void Resume()
    {
        BotAlerts.ShardResumed(_shard, time.GetElapsedTime(_since));
        _since = time.GetTimestamp();
    }
}
