namespace TypedWebhookAlerts.Delivery;

/// <summary>Marks what runs on the library's own account: the pump, the lanes and each request, whoever makes it. What
/// is logged there never becomes an alert: one about the way of alerts would go that way itself, and make the
/// next.</summary>
internal readonly struct OwnFlow : IDisposable
{
    private static readonly AsyncLocal<bool> s_isOwn = new();

    private readonly bool _former;

    private OwnFlow(bool former) => _former = former;

    /// <summary>Whether this code, or what it was started by, is the library's.</summary>
    public static bool IsCurrent => s_isOwn.Value;

    /// <summary>Marks what follows in this method, and what it starts.</summary>
    public static OwnFlow Enter()
    {
        var former = s_isOwn.Value;
        s_isOwn.Value = true;
        return new OwnFlow(former);
    }

    public void Dispose() => s_isOwn.Value = _former;
}
