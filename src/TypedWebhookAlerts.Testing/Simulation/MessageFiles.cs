using TypedWebhookAlerts.Testing.Payloads;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Which files a message has after a request.</summary>
internal static class MessageFiles
{
    /// <summary>The files that the message had and keeps, then those that came.</summary>
    /// <param name="before">The files that it had.</param>
    /// <param name="uploaded">The files that came.</param>
    /// <param name="named">The files that the payload wants to be there, with their names; null if it does not say:
    /// then all are there.</param>
    /// <param name="ids">Makes the ids of those that came.</param>
    public static IReadOnlyList<SimulatedFile> Merge(
        IReadOnlyList<SimulatedFile> before,
        IReadOnlyList<UploadedFile> uploaded,
        IReadOnlyDictionary<ulong, string?>? named,
        Snowflakes ids)
    {
        var kept = before.Where(file => named?.ContainsKey(file.Id) ?? true);
        var added = uploaded
            .Where(file => named?.ContainsKey(file.Index) ?? true)
            .Select(file => new SimulatedFile(
                ids.Next(), named?.GetValueOrDefault(file.Index) ?? file.Name, file.Content));
        return [.. kept, .. added];
    }
}
