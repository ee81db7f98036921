namespace StatsBot.Gateway;

/// <summary>A Discord user.</summary>
/// <param name="Id">The user's snowflake.</param>
/// <param name="Username">The unique name.</param>
/// <param name="GlobalName">The name that is shown, if one was chosen.</param>
/// <param name="Bot">Whether it is a bot.</param>
internal sealed record User(ulong Id, string Username, string? GlobalName = null, bool Bot = false)
{
    /// <summary>The name that people see.</summary>
    public string DisplayName => GlobalName ?? Username;
}
