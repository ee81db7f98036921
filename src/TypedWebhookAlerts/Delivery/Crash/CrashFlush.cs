namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// The last seconds of a process that dies of an unhandled exception: what is pending goes into the fallback file,
/// then, as far as there is time, to Discord, and what arrived is marked in the file.
/// </summary>
/// <remarks>The thread pool may be what the process died of: the file does without it, and for what is sent it is
/// helped on.</remarks>
/// <param name="lanes">The lanes that there are then.</param>
/// <param name="spill">Writes what is pending into the file.</param>
internal sealed class CrashFlush(Func<IReadOnlyList<DeliveryLane>> lanes, FallbackSpill spill)
{
    private const string Reason = "Crashed";

    /// <summary>How long it may send.</summary>
    public TimeSpan Timeout { get; set; }

    public void Run()
    {
        // From here on they send nothing by themselves: it would be sent twice.
        var senders = lanes().Select(lane => lane.Seize()).ToList();
        spill.Write(Reason);
        var deadline = new CrashDeadline(Timeout);
        if (deadline.Left > TimeSpan.Zero)
        {
            Send(senders, deadline);
            spill.MarkDelivered();
        }
    }

    /// <summary>Each webhook on a thread of its own: one that hangs takes no other's time.</summary>
    private static void Send(List<CrashSender> senders, CrashDeadline deadline)
    {
        var threads = senders.FindAll(sender => sender.HasWork)
            .ConvertAll(sender => new Thread(() => sender.Send(deadline))
            {
                IsBackground = true,
                Name = "WebhookAlerts crash",
            });
        threads.ForEach(thread => thread.UnsafeStart());
        PoolRelief.Wait(time => threads.TrueForAll(thread => thread.Join(time)), deadline);
    }
}
