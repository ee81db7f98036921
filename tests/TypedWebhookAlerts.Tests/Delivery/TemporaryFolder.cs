namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public IEnumerable<string> Files => _folder.EnumerateFiles().Select(file => file.Name).Order();

    public void Dispose() => _folder.Delete(recursive: true);
}
