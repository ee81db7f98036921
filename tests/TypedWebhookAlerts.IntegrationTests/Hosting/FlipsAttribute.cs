namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>The variable whose effect a test shows.</summary>
/// <param name="variable">Its name.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class FlipsAttribute(string variable) : Attribute
{
    public string Variable { get; } = variable;
}
