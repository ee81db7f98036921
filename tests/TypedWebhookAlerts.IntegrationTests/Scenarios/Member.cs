namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A type of the user's, whose getters may be anything.</summary>
internal sealed class Member(Func<string> name, Guild? guild = null)
{
    public string Name => name();

    public Guild? Guild => guild;
}

/// <summary>What a member belongs to.</summary>
internal sealed record Guild(string Name);
