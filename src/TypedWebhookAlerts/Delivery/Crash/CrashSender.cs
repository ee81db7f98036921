using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Sends what a lane holds on the calling thread, in place of the lane: the process is about to end.</summary>
/// <param name="backlog">What the lane holds; it takes nothing of it any more.</param>
/// <param name="packer">The lane's own.</param>
/// <param name="windows">The lane's own: they are kept to the end.</param>
/// <param name="clock">The lane's own.</param>
/// <param name="post">Posts a message, and is back after so long at the latest.</param>
internal sealed class CrashSender(
    LaneBacklog backlog,
    MessagePacker packer,
    RateWindows windows,
    LaneClock clock,
    Func<IReadOnlyList<AlertCopy>, ShownAlert[], TimeSpan, WebhookResponse> post)
{
    /// <summary>How often a request that the lane has under way is looked after.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether there is an alert that could still arrive.</summary>
    public bool HasWork
    {
        get
        {
            lock (backlog.Gate)
            {
                return backlog.Queue.Count > 0 || backlog.InFlight.Count > 0;
            }
        }
    }

    /// <summary>Sends, Critical first, until all is sent, time is up, or Discord does not answer.</summary>
    public void Send(CrashDeadline deadline)
    {
        try
        {
            while (deadline.Left > TimeSpan.Zero && HasWork)
            {
                if (TryTake(out var copies, out var wait) ? !TryPost(copies, deadline) : !deadline.TryWait(wait))
                {
                    break;
                }
            }
        }
        catch (Exception)
        {
            // The process is dying of one exception; another, on this thread, would end it sooner.
        }
    }

    private bool TryTake(out IReadOnlyList<AlertCopy> copies, out TimeSpan wait)
    {
        lock (backlog.Gate)
        {
            copies = [];
            wait = s_look;
            var slots = windows.Channel.SlotsFor(backlog.Queue.HasCritical);
            if (backlog.Queue.Count > 0 && windows.TryTake(RequestKind.Post, slots, clock.Now, out wait))
            {
                copies = packer.Take(backlog.Queue);
                return true;
            }

            // The answer to what is under way may open a window, or put its alerts back.
            wait = backlog.InFlight.Count > 0 && wait > s_look ? s_look : wait;
            return false;
        }
    }

    /// <summary>Posts a message and settles it, if Discord has judged it. Otherwise it stays what it is in the file:
    /// not confirmed.</summary>
    /// <returns>Whether it is worth going on.</returns>
    private bool TryPost(IReadOnlyList<AlertCopy> copies, CrashDeadline deadline)
    {
        var shown = copies.Select(copy => copy.Show()).ToArray();
        var response = post(copies, shown, deadline.Left);
        windows.Answer(RequestKind.Post, response, clock.Now);
        switch (response.Kind)
        {
            case ResponseKind.Confirmed:
                AlertAccount.Confirm(copies, shown);
                return true;
            case ResponseKind.RateLimited:
                PutBack(copies);
                return true;
            case ResponseKind.Rejected:
                SendAlone(copies);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Lets each alert of a message that was refused go alone; the one that is refused alone goes no
    /// more.</summary>
    private void SendAlone(IReadOnlyList<AlertCopy> copies)
    {
        if (copies.Count > 1)
        {
            foreach (var copy in copies)
            {
                copy.IsAlone = true;
            }

            PutBack(copies);
        }
    }

    private void PutBack(IReadOnlyList<AlertCopy> copies)
    {
        lock (backlog.Gate)
        {
            foreach (var copy in copies.Reverse())
            {
                backlog.Queue.PutBack(copy);
            }
        }
    }
}
