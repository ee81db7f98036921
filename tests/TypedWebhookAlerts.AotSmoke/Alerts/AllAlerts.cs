namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Raises every alert of this folder once: no two are equal, so that each is delivered as its own.</summary>
internal static class AllAlerts
{
    public static void RaiseAll()
    {
        RaiseValues();
        RaiseObjects();
        RaiseContainers();
    }

    private static void RaiseValues()
    {
        ValueAlerts.Numbers(-1, ulong.MaxValue, 0.5, 1.10m);
        ValueAlerts.Times(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(90), new DateOnly(2026, 11, 25));
        ValueAlerts.Nullables(null, DayOfWeek.Friday, null);
        ValueAlerts.Identifiers(Guid.Empty, 'x', new Uri("https://example.com/a"));
        ValueAlerts.Flags(FileAccess.ReadWrite, (DayOfWeek)77, true);
        ValueAlerts.Spans("a span", "kept", 3);
    }

    private static void RaiseObjects()
    {
        ObjectAlerts.MemberJoined(new Member("Ann", new Guild("Home")));
        ObjectAlerts.MemberLeft(null);
        ObjectAlerts.Moved(new Position(1.5, -2));
        ObjectAlerts.Failed("leaderboard", "no entry for *today*", 80351110224678912, Thrown());
        ObjectAlerts.LoggedIn("ann", "hunter2");
    }

    private static void RaiseContainers()
    {
        var pipeline = WebhookAlerts.Pipeline;
        pipeline.Extended("by an extension");
        new Repository<Guild>(pipeline).Missing(12);
        new Shop(pipeline).Sold("a book");
        ((IStore)new Store(pipeline)).Closed("monday");
        new Ticket(7).Opened();
        GenericAlerts.Compared(1, "one");
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("out of stock", new KeyNotFoundException("book"));
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
