namespace TypedWebhookAlerts;

/// <summary>
/// What is taken out of all text before it leaves. Secrets of the known kinds always are, and show as
/// <c>[redacted:discord-token]</c>. All of it can be changed by a reload.
/// </summary>
public sealed class RedactionOptions
{
    /// <summary>Secrets of your own, by a name that shows as <c>[redacted:name]</c>: .NET regular expressions, run
    /// without backtracking, so without lookarounds and backreferences. Empty by default.</summary>
    public IDictionary<string, string> Patterns { get; }
        = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is shown although it looks like a secret: the name of a kind (<c>jwt</c>), or a .NET regular
    /// expression that matches the whole of what would be redacted. What is nearly the name of a kind is refused: a
    /// word that is meant itself is written <c>^word$</c>. Empty by default.</summary>
    public IList<string> Except { get; } = [];

    /// <summary>Whether e-mail addresses, IP addresses but loopback's, and telephone numbers in their international
    /// form (<c>+1…</c>) are redacted too. The default value is <see langword="false"/>.</summary>
    public bool Pii { get; set; }
}
