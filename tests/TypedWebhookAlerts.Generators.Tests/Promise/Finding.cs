namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>A breach of the promise, and what shows it.</summary>
internal sealed record Finding(Breach Breach, string Text)
{
    private const int Shown = 3000;

    public override string ToString() => $"{Breach}: {(Text.Length > Shown ? Text[..Shown] + " …" : Text)}";
}
