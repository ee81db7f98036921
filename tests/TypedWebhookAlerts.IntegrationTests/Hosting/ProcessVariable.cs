namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A variable of the process that is gone after the test.</summary>
internal sealed class ProcessVariable : IDisposable
{
    private readonly string _name;

    public ProcessVariable(string name, string? value)
    {
        _name = name;
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(_name, null);
}
