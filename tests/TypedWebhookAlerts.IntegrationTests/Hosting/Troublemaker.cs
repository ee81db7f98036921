namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Does something when its text is asked for.</summary>
internal sealed class Troublemaker(Action onText)
{
    public override string ToString()
    {
        onText();
        return "trouble";
    }
}
