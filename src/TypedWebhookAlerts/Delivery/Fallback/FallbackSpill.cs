namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Writes all that is pending into the fallback file when a pipeline, or its process, ends; and notes there what was
/// delivered after all. An alert for several routes is one line, and none if a route has it already.
/// </summary>
/// <remarks>May be called from any thread.</remarks>
/// <param name="lanes">The lanes that there are then: what is pending there.</param>
/// <param name="unrouted">What is on its way into the file anyway.</param>
/// <param name="file">The file.</param>
internal sealed class FallbackSpill(
    Func<IReadOnlyList<DeliveryLane>> lanes, FallbackWriter unrouted, FallbackLog file)
{
    /// <summary>Of what is on its way nobody knows whether it arrives.</summary>
    private const string Unconfirmed = "Unconfirmed";

    /// <summary>In real time: a thread that died in here must not take the process's last one with it.</summary>
    private static readonly TimeSpan s_gatePatience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HashSet<AlertAccount> _written = [];

    /// <summary>Writes what is pending and not in the file already.</summary>
    /// <param name="reason">Why it is in the file.</param>
    public void Write(string reason)
    {
        unrouted.WriteRest();
        if (!_gate.TryEnter(s_gatePatience))
        {
            return;
        }

        try
        {
            var all = lanes();
            var inFlight = all.SelectMany(lane => lane.InFlight()).ToHashSet();
            var copies = all.SelectMany(lane => lane.Snapshot())
                .Where(copy => copy.Pending > 0 && copy.Account is { Pending: > 0, IsKept: false })
                .DistinctBy(copy => copy.Account)
                .OrderBy(copy => copy.Account.Origin.RaisedAt)
                .Select(copy => (Copy: copy, NotKept: copy.Account.CountNotKept()))
                .ToList();
            var entries = copies.ConvertAll(kept
                => CreateEntry(kept.Copy, kept.NotKept.Count, inFlight.Contains(kept.Copy) ? Unconfirmed : reason));
            if (entries.Count > 0 && file.TryWriteAll(entries, isDurable: true) is { } ids)
            {
                for (var i = 0; i < ids.Count; i++)
                {
                    copies[i].Copy.Account.Keep(ids[i], copies[i].NotKept.Until);
                    _written.Add(copies[i].Copy.Account);
                }
            }
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Notes in the file what Discord has confirmed since.</summary>
    public void MarkDelivered()
    {
        if (!_gate.TryEnter(s_gatePatience))
        {
            return;
        }

        try
        {
            var delivered = _written.Where(account => account is { Pending: 0, IsLost: false }).ToList();
            if (delivered.Count > 0 && file.TryMarkDelivered([.. delivered.SelectMany(account => account.FileIds)]))
            {
                _written.ExceptWith(delivered);
            }
        }
        finally
        {
            _gate.Exit();
        }
    }

    private static FallbackEntry CreateEntry(AlertCopy copy, long count, string reason)
        => new(
            copy.Account.Origin,
            copy.Route.Name,
            reason,
            count,
            copy.Alert.Json,
            copy.Alert.IsEmbed);
}
