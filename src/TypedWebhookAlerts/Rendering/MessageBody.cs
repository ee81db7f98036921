namespace TypedWebhookAlerts.Rendering;

/// <summary>The body of a request that posts or edits a message.</summary>
/// <param name="Json">The message, a JSON object.</param>
/// <param name="Files">What goes with it: with files the request has several parts.</param>
internal sealed record MessageBody(ReadOnlyMemory<byte> Json, IReadOnlyList<AttachedFile> Files)
{
    public MessageBody(ReadOnlyMemory<byte> json)
        : this(json, [])
    {
    }

    /// <summary>What makes the message open a thread: members of a JSON object with a comma after each, or
    /// nothing.</summary>
    public ReadOnlyMemory<byte> Opening { get; init; }

    /// <summary>The same message, as the first of a thread of its own.</summary>
    public MessageBody AsOpening()
    {
        var json = new byte[Json.Length + Opening.Length];
        json[0] = (byte)'{';
        Opening.CopyTo(json.AsMemory(1));
        Json[1..].CopyTo(json.AsMemory(1 + Opening.Length));
        return this with { Json = json, Opening = default };
    }
}
