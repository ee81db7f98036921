using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Tells of names that the options say something of, and no alert has: when one comes whose name is nearly
/// such. Alerts are known only when their code first runs, so that a start cannot tell.</summary>
/// <remarks>Used by the pump only.</remarks>
internal sealed class UnknownOverrides(ILogger log)
{
    /// <summary>From this length on two letters may be wrong.</summary>
    private const int LongName = 8;

    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _seen = [];
    private List<string> _names = [];

    /// <summary>Takes other options.</summary>
    public void Configure(WebhookAlertOptions options)
    {
        _names = [.. options.Alerts.Keys.Select(name => name.Trim()).Where(name => !_told.Contains(name))];
        _seen.Clear();
    }

    /// <summary>Looks at an alert that was raised.</summary>
    public void Look(AlertDescriptor alert)
    {
        if (_names.Count > 0 && _seen.Add(alert.Id))
        {
            // Those of a type become known together, so that two whose names differ by a letter are not mixed up.
            _names.RemoveAll(IsKnown);
            var meant = _names.Find(name => IsNearly(name, NameLike(name, alert.Name)));
            if (meant is not null && _told.Add(meant))
            {
                _names.Remove(meant);
                log.OverrideUnknown(ShownName.Of(meant), NameLike(meant, alert.Name));
            }
        }
    }

    private static bool IsKnown(string name)
        => AlertDescriptor.All.Any(
            alert => NameLike(name, alert.Name).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsNearly(string name, string alert)
        => NearestName.Find(name, [alert], known => known.Length < LongName ? 1 : 2) is not null;

    /// <summary>An alert's name as the options give it: the full one where they give a full one.</summary>
    private static string NameLike(string name, string alert)
        => name.Contains('.', StringComparison.Ordinal) ? alert : alert[(alert.LastIndexOf('.') + 1)..];
}
