namespace TypedWebhookAlerts.AotSmoke.Alerts.Signatures;

internal sealed record Node(string Text, Node? Inner) : IHasLength
{
    public Node()
        : this("empty", null)
    {
    }

    public int Length => Text.Length;
}
