using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Which alert it is and when it was raised: what is told of one that cannot be shown.</summary>
/// <param name="Name">The alert's full name, such as <c>Shop.BotAlerts.CommandFailed</c>.</param>
/// <param name="EventId">Its event id.</param>
/// <param name="Level">Its level.</param>
/// <param name="RaisedAt">When it was raised.</param>
internal sealed record AlertOrigin(string Name, int EventId, LogLevel Level, DateTimeOffset RaisedAt);
