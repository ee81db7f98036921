namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>An exception with a stack trace of the test's.</summary>
internal sealed class Traced : Exception
{
    public Traced(string message, string stackTrace, Exception? inner = null)
        : base(message, inner)
        => StackTrace = stackTrace;

    public override string StackTrace { get; }

    /// <summary>A trace of so many frames, whose names begin so.</summary>
    public static string Frames(string name, int count)
        => string.Concat(Enumerable.Range(0, count).Select(i => $"   at {name}{i}()\r\n"));
}
