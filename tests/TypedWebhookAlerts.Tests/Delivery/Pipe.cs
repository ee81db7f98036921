using System.Diagnostics;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>Makes named pipes, which stand where files are expected.</summary>
internal static class Pipe
{
    public static void Create(string path)
    {
        using var made = Process.Start("mkfifo", path);
        made.WaitForExit();
    }
}
