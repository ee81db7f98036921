namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>What code allocates on the thread that runs it.</summary>
internal static class Allocations
{
    private const int Rounds = 5;

    /// <summary>The least of some rounds: the runtime allocates now and then on whatever thread is at hand, when it
    /// compiles anew or collects; what the code itself allocates is in every round.</summary>
    /// <param name="action">The code.</param>
    /// <param name="prepare">Runs before each round and is not measured.</param>
    public static long Least(Action action, Action? prepare = null)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            prepare?.Invoke();
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
