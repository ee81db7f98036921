namespace TypedWebhookAlerts.IntegrationTests.Hosting.Telemetry;

/// <summary>An exception whose message does not return until it is released: it holds whoever renders it.</summary>
internal sealed class HeldException : Exception, IDisposable
{
    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _released = new();

    public override string Message
    {
        get
        {
            _reached.Set();
            _released.Wait(TimeSpan.FromMinutes(1));
            return "released";
        }
    }

    /// <summary>Waits until somebody is held.</summary>
    public void WaitUntilReached(CancellationToken cancellationToken) => _reached.Wait(cancellationToken);

    public void Release() => _released.Set();

    public void Dispose() => Release();
}
