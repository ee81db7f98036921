namespace StatsBot.Gateway;

/// <summary>An event that the bot reacts to.</summary>
internal abstract record GatewayEvent
{
    /// <summary>When it happened, as far as the event itself tells.</summary>
    public virtual DateTimeOffset? At => null;
}
