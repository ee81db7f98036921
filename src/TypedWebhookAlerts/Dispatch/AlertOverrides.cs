namespace TypedWebhookAlerts.Dispatch;

/// <summary>What the options say of single alerts, by their full or their short name. Where they say something by both,
/// the full one wins.</summary>
internal sealed class AlertOverrides
{
    private static readonly AlertOverride s_none = new();

    private readonly Dictionary<string, AlertOverride> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="options">As they are now: they are copied.</param>
    public AlertOverrides(IDictionary<string, AlertOverride> options)
    {
        foreach (var (name, named) in options)
        {
            // A section without content binds to null.
            _byName[name.Trim()] = named is null
                ? s_none
                : new AlertOverride { Enabled = named.Enabled, Level = named.Level, Route = TextOf(named.Route) };
        }
    }

    /// <summary>What is said of an alert.</summary>
    /// <param name="name">Its full name, such as <c>Shop.BotAlerts.CommandFailed</c>.</param>
    public AlertOverride Of(string name)
    {
        var full = _byName.GetValueOrDefault(name);
        var named = _byName.GetValueOrDefault(name[(name.LastIndexOf('.') + 1)..]);
        return full is null || named is null
            ? full ?? named ?? s_none
            : new AlertOverride
            {
                Enabled = full.Enabled ?? named.Enabled,
                Level = full.Level ?? named.Level,
                Route = full.Route ?? named.Route,
            };
    }

    private static string? TextOf(string? option) => string.IsNullOrWhiteSpace(option) ? null : option.Trim();
}
