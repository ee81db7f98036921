using System.Globalization;
using TypedWebhookAlerts;

namespace StatsBot.Members;

/// <summary>The bot's own line in the footers of its alerts.</summary>
internal sealed class GuildContext(GuildDirectory guilds) : IAlertContext
{
    public string? Describe()
        => guilds.Count switch
        {
            0 => null,
            1 => "1 guild",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count:N0} guilds"),
        };
}
