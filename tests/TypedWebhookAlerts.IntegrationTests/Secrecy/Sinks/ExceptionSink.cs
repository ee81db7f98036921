using System.Runtime.ExceptionServices;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

/// <summary>Takes each exception that is thrown in the process, even if it is caught, and those of tasks that nobody
/// looked at.</summary>
internal sealed class ExceptionSink : IDisposable
{
    public const string Name = "exception";
    public const string Unobserved = "unobserved exception";

    [ThreadStatic]
    private static bool t_isLooking;

    private readonly SecretSearch _search;

    public ExceptionSink(SecretSearch search)
    {
        _search = search;
        AppDomain.CurrentDomain.FirstChanceException += OnThrown;
        TaskScheduler.UnobservedTaskException += OnUnobserved;
    }

    /// <summary>Brings out what nobody looked at.</summary>
    public static void BringOut()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= OnThrown;
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
    }

    private void OnThrown(object? sender, FirstChanceExceptionEventArgs args)
    {
        // What is thrown while one is looked at is of the looking.
        if (t_isLooking)
        {
            return;
        }

        t_isLooking = true;
        try
        {
            _search.LookInto(Name, args.Exception.GetType().Name, args.Exception);
        }
        finally
        {
            t_isLooking = false;
        }
    }

    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs args)
        => _search.LookInto(Unobserved, args.Exception.GetType().Name, args.Exception);
}
