using System.Text;

namespace TypedWebhookAlerts.Testing;

/// <summary>A file that a message brought along. Immutable.</summary>
/// <param name="Id">The id that Discord gave it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SimulatedFile(ulong Id, string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Its bytes read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);
}
