using System.Text;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Where alerts go that their route cannot show: to another route, else into the file, else into the application's log.
/// One for all lanes of a pipeline.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="log">The log.</param>
/// <param name="recent">Where moves are noted besides, if anybody asks for those of the last minutes.</param>
internal sealed class FallbackChain(FallbackLog file, ILogger log, RecentCounts? recent = null)
{
    /// <summary>So many alerts of one departure are logged with their contents; the others are counted.</summary>
    private const int MostLogged = 20;

    private readonly Dictionary<OutcomeCounters, FallbackRoute> _next = [];
    private readonly List<FallbackRoute> _routes = [];
    private readonly string? _fileName = Path.GetFileName(file.Path);
    private long _moves;

    /// <summary>Whether there is a file.</summary>
    public bool HasFile => _fileName is not null;

    /// <summary>How many alerts have moved to another route.</summary>
    public long Moves => Interlocked.Read(ref _moves);

    /// <summary>Makes a route known. All are before the first lane starts.</summary>
    public void Add(FallbackRoute route) => _routes.Add(route);

    /// <summary>Lets a route's alerts move to another. They form no circle.</summary>
    public void Link(OutcomeCounters route, FallbackRoute next) => _next[route] = next;

    /// <summary>The names of the routes that a lane delivers for.</summary>
    public IReadOnlyList<string> RoutesOf(DeliveryLane lane)
        => [.. _routes.Where(route => route.Lane == lane).Select(route => route.Route.Name)];

    /// <summary>Whether there is a fallback route at all that takes alerts of others now.</summary>
    public bool IsOpen => _next.Values.Any(next => next.Lane.TakesOthers);

    /// <summary>Whether a fallback of a route takes alerts of others now.</summary>
    public bool HasWayFrom(OutcomeCounters route)
    {
        while (_next.TryGetValue(route, out var next))
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
            if (FindNext(copy) is { } next && copy.Account.TryMove(copy, next.Route, next.Frame) is { } moved)
            {
                Interlocked.Increment(ref _moves);
                recent?.Add(0, 1);
                next.Lane.Enqueue(moved);
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
        _routes.Where(route => route.Lane == lane)
            .Select(route => _next.GetValueOrDefault(route.Route))
            .Concat(_routes)
            .FirstOrDefault(route => route is not null && route.Lane != lane && route.Lane.TakesOthers)
            ?.Lane.Tell(note);
    }

    private LossPlace PlaceOf(AlertCopy copy, bool isInFile)
        => new(File: isInFile || copy.Account.IsKept ? _fileName : null);

    private static FallbackEntry EntryOf(AlertCopy copy, DropReason reason)
    {
        var alert = copy.Alert;
        return new(copy.Account.Origin, copy.Route.Name, reason.ToString(), copy.Pending, alert.Json, alert.IsEmbed);
    }

    private FallbackRoute? FindNext(AlertCopy copy)
    {
        var route = copy.Route;
        while (_next.TryGetValue(route, out var next))
        {
            // The same webhook under another name is no way out, nor is one that has the alert already.
            if (next.Lane.TakesOthers && !copy.Account.IsFor(next.Route.Channel))
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
