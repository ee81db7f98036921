using System.Text;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Where alerts go that their lane cannot show: to another route, or to another webhook of their own after a reload,
/// else into the file, else into the application's log. One for all lanes of a pipeline.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="log">The log.</param>
/// <param name="recent">Where moves are noted besides, if anybody asks for those of the last minutes.</param>
internal sealed class FallbackChain(FallbackLog file, ILogger log, RecentCounts? recent = null)
{
    /// <summary>So many alerts of one departure are logged with their contents; the others are counted.</summary>
    private const int MostLogged = 20;

    private volatile RouteLinks _links = RouteLinks.None;
    private long _moves;

    /// <summary>Whether there is a file.</summary>
    public bool HasFile => FileName is not null;

    /// <summary>How many alerts have moved to another lane.</summary>
    public long Moves => Interlocked.Read(ref _moves);

    /// <summary>Which routes there are: known before the first lane starts, and changed by a reload.</summary>
    public RouteLinks Links
    {
        get => _links;
        set => _links = value;
    }

    private string? FileName => Path.GetFileName(file.Path);

    /// <summary>The names of the routes that a lane delivers for.</summary>
    public IReadOnlyList<string> RoutesOf(DeliveryLane lane)
        => [.. Links.Routes.Where(route => route.Lane == lane).Select(route => route.Route.Name)];

    /// <summary>The frame of the first route that a lane delivers for; null for a lane that none leads to.</summary>
    public MessageFrame? FrameOf(DeliveryLane lane) => Links.Routes.FirstOrDefault(route => route.Lane == lane)?.Frame;

    /// <summary>Whether there is a fallback route at all that takes alerts of others now.</summary>
    public bool IsOpen => Links.Next.Values.Any(next => next.Lane.TakesOthers);

    /// <summary>Whether a fallback of a route takes alerts of others now.</summary>
    public bool HasWayFrom(OutcomeCounters route)
    {
        var links = Links;
        while (links.NextOf(route) is { } next)
        {
            if (next.Lane.TakesOthers)
            {
                return true;
            }

            route = next.Route;
        }

        return false;
    }

    /// <summary>Whether another route would take a copy now.</summary>
    public bool CanMove(AlertCopy copy) => FindNext(copy) is not null;

    /// <summary>Moves copies to other routes, unless their message shows all they have: that is not told twice. Called
    /// without a lane's lock: it takes that of the others.</summary>
    /// <returns>Those that moved; they are not closed yet.</returns>
    public IReadOnlyList<Departure> Move(IEnumerable<AlertCopy> copies, DropReason reason)
    {
        var departures = new List<Departure>();
        var lanes = new HashSet<DeliveryLane>();
        foreach (var copy in copies.Where(copy => copy.Pending > 0))
        {
            // The alert has its other copy before this one is closed: it is never without one.
            if (FindNext(copy) is { } next && copy.Account.TryMove(copy, next) is { } moved)
            {
                Interlocked.Increment(ref _moves);
                if (!next.Lane.Enqueue(moved))
                {
                    // It has retired just now: nothing has moved.
                    moved.Account.Close(moved, reason);
                    continue;
                }

                recent?.Add(0, 1);
                lanes.Add(next.Lane);
                departures.Add(new Departure(copy, reason, new LossPlace(Route: next.Route.Name)));
            }
        }

        foreach (var lane in lanes)
        {
            lane.Announce();
        }

        return departures;
    }

    /// <summary>Whether a copy's route leads to another lane by now.</summary>
    public bool HasLeft(AlertCopy copy, DeliveryLane lane) => Links.Find(copy.Route) is { } route && route.Lane != lane;

    /// <summary>Gives copies, whose routes lead elsewhere by now, to the lanes there. Called without a lane's
    /// lock.</summary>
    /// <param name="copies">The copies, in their order.</param>
    /// <param name="arrival">How they come there.</param>
    /// <returns>Those that their new lane does not take any more: it has been left in its turn.</returns>
    public IReadOnlyList<AlertCopy> HandOver(IReadOnlyList<AlertCopy> copies, LaneArrival arrival)
    {
        var left = new List<AlertCopy>();
        var lanes = new HashSet<DeliveryLane>();
        foreach (var copy in arrival == LaneArrival.HandedOverFirst ? copies.Reverse() : copies)
        {
            Interlocked.Increment(ref _moves);
            if (Links.Find(copy.Route) is not { } route)
            {
                left.Add(copy);
            }
            else if (copy.Account.TryTurn(copy, route))
            {
                (route.Lane.Enqueue(copy, arrival) ? null : left)?.Add(copy);
                lanes.Add(route.Lane);
            }
        }

        foreach (var lane in lanes)
        {
            lane.Announce();
        }

        return left;
    }

    /// <summary>Writes copies into the file, or what they say into the log. It waits for the disk.</summary>
    /// <param name="copies">The copies. They are not closed by this.</param>
    /// <param name="reason">Why they are not shown.</param>
    public IReadOnlyList<Departure> Write(IReadOnlyList<AlertCopy> copies, DropReason reason)
    {
        foreach (var copy in copies)
        {
            // First, so that a line stands for as many as are then counted as being in the file.
            copy.Retire();
        }

        // The end of the process, or of the pipeline, may have written some of them already.
        var lost = copies.Where(copy => copy.Pending > 0 && !copy.Account.IsKept).ToList();
        var entries = lost.ConvertAll(copy => EntryOf(copy, reason));
        var isInFile = entries.Count > 0 && TryKeep(entries, isDurable: false);
        return [.. copies.Select(copy => new Departure(copy, reason, PlaceOf(copy, isInFile)))];
    }

    /// <summary>Writes alerts into the file, or what they say into the log. It waits for the disk.</summary>
    /// <returns>Whether the file has them.</returns>
    public bool TryKeep(IReadOnlyList<FallbackEntry> entries, bool isDurable)
    {
        var isInFile = file.TryWriteAll(entries, isDurable) is not null;
        if (!isInFile)
        {
            Log(entries);
        }

        return isInFile;
    }

    /// <summary>Gives a message of the library's own to the channel of another lane: of a fallback, if that works, or
    /// else of any other.</summary>
    public void TellElsewhere(DeliveryLane lane, RenderedAlert note)
    {
        var links = Links;
        links.Routes.Where(route => route.Lane == lane)
            .Select(route => links.NextOf(route.Route))
            .Concat(links.Routes)
            .FirstOrDefault(route => route is not null && route.Lane != lane && route.Lane.TakesOthers)
            ?.Lane.Tell(note);
    }

    private LossPlace PlaceOf(AlertCopy copy, bool isInFile)
        => new(File: isInFile || copy.Account.IsKept ? FileName : null);

    private static FallbackEntry EntryOf(AlertCopy copy, DropReason reason)
    {
        var alert = copy.Alert;
        return new(copy.Account.Origin, copy.Route.Name, reason.ToString(), copy.Pending, alert.Json, alert.IsEmbed);
    }

    private LaneRoute? FindNext(AlertCopy copy)
    {
        var links = Links;
        var route = copy.Route;
        while (links.NextOf(route) is { } next)
        {
            // The same webhook under another name is no way out, nor is one that has the alert already.
            if (next.Lane.TakesOthers && !copy.Account.IsFor(next.Lane))
            {
                return next;
            }

            route = next.Route;
        }

        return null;
    }

    private void Log(IReadOnlyList<FallbackEntry> entries)
    {
        foreach (var entry in entries.Take(MostLogged))
        {
            log.AlertLost(
                entry.Origin.Name, entry.Count, entry.Route, entry.Reason, Encoding.UTF8.GetString(entry.Alert.Span));
        }

        if (entries.Count > MostLogged)
        {
            log.AlertsLost(entries.Skip(MostLogged).Sum(entry => entry.Count), entries[0].Reason);
        }
    }
}
