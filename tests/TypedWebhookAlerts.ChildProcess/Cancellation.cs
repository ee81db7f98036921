using System.Runtime.InteropServices;

namespace TypedWebhookAlerts.ChildProcess;

/// <summary>An application that handles SIGTERM itself.</summary>
internal static class Cancellation
{
    public static ManualResetEventSlim Requested { get; } = new();

    public static PosixSignalRegistration Register()
        => PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            Requested.Set();
        });
}
