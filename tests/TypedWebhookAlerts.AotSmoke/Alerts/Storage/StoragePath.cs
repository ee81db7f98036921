using System.Collections;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Storage;

/// <summary>A collection that knows how to write itself.</summary>
internal sealed class StoragePath(params string[] parts) : IEnumerable<string>
{
    public override string ToString() => string.Join('/', parts);

    public IEnumerator<string> GetEnumerator() => parts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
