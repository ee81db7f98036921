namespace TypedWebhookAlerts.Monitoring;

/// <summary>Decides who tells of the process's exceptions where several pipelines run: one of them, so that none is
/// told twice.</summary>
internal static class ProcessExceptions
{
    private static readonly Lock s_gate = new();
    private static readonly List<SystemStatus> s_all = [];

    /// <summary>The one of the ambient pipeline; if that is not started, the first of the others.</summary>
    public static SystemStatus? Teller
    {
        get
        {
            lock (s_gate)
            {
                return s_all.Find(status => status.IsOfAmbient) ?? s_all.FirstOrDefault();
            }
        }
    }

    public static void Join(SystemStatus status)
    {
        lock (s_gate)
        {
            s_all.Add(status);
            if (s_all.Count == 1)
            {
                TaskScheduler.UnobservedTaskException += OnUnobserved;
            }
        }
    }

    public static void Leave(SystemStatus status)
    {
        lock (s_gate)
        {
            if (s_all.Remove(status) && s_all.Count == 0)
            {
                TaskScheduler.UnobservedTaskException -= OnUnobserved;
            }
        }
    }

    // Not marked as observed: an application that .NET is to end by such an exception goes on being ended by it.
    private static void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e)
        => Teller?.TellUnobserved(e.Exception);
}
