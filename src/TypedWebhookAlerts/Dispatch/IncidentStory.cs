using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What is told in one message: an incident, and equal ones that were opened before it was over.</summary>
/// <param name="account">Counts all of it.</param>
/// <param name="copies">Its ways to its routes.</param>
/// <param name="routes">The routes.</param>
/// <param name="text">What the message says.</param>
/// <param name="openAfter">How long it has to last to be shown.</param>
/// <param name="opened">When it began, by the pump's clock.</param>
internal sealed class IncidentStory(
    AlertAccount account,
    AlertCopy[] copies,
    Route[] routes,
    IncidentText text,
    TimeSpan openAfter,
    TimeSpan opened)
{
    private Route[] _routes = routes;

    public AlertAccount Account => account;

    public IncidentText Text => text;

    public TimeSpan OpenAfter => openAfter;

    /// <summary>When it began, by the pump's clock, which no adjustment of the time of day moves.</summary>
    public TimeSpan Opened => opened;

    /// <summary>When it is shown, by the pump's clock, while it is hidden.</summary>
    public TimeSpan ShowAt => opened + openAfter;

    /// <summary>The name of its first route.</summary>
    public string RouteName => _routes[0].Name;

    public bool IsHidden { get; private set; } = openAfter > TimeSpan.Zero;

    /// <summary>How many incidents it tells of.</summary>
    public int Incidents { get; private set; } = 1;

    public int Resolved { get; private set; }

    /// <summary>Whether all of them are over.</summary>
    public bool IsResolved => Resolved == Incidents;

    /// <summary>Whether the next end is that of the last of them.</summary>
    public bool IsLastEnd => Resolved == Incidents - 1;

    /// <summary>How many pieces of news it was told.</summary>
    public long News { get; set; }

    /// <summary>Whether its message does not say yet what it was told.</summary>
    public bool IsDirty { get; set; }

    public LinkedListNode<IncidentStory>? Place { get; set; }

    public void Join() => Incidents++;

    public void Resolve() => Resolved++;

    /// <summary>Gives it to its lanes.</summary>
    public void Show()
    {
        IsHidden = false;
        for (var i = 0; i < _routes.Length; i++)
        {
            // One that another copy makes up for is at its end.
            if (copies[i].Pending > 0)
            {
                _routes[i].Lane.Enqueue(copies[i]);
            }
        }
    }

    /// <summary>Takes the way that its routes lead after a reload, while it is hidden.</summary>
    /// <returns>False when one of them is not there any more.</returns>
    public bool TryTurn(RouteTable table)
    {
        var turned = Array.ConvertAll(_routes, route => table.TryFind(route.Name, out var now) ? now : null);
        if (Array.Exists(turned, route => route is null))
        {
            return false;
        }

        for (var i = 0; i < turned.Length; i++)
        {
            if (turned[i]!.Lane != _routes[i].Lane)
            {
                account.TryTurn(copies[i], turned[i]!.ForLanes);
            }
        }

        _routes = turned!;
        return true;
    }

    /// <summary>Lets it pass unseen.</summary>
    public void Drop(DropReason reason)
    {
        IsHidden = false;
        Array.ForEach(copies, copy => account.Close(copy, reason));
    }
}
