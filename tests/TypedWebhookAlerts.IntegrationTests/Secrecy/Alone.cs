using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy;

/// <summary>Tests that listen to all of the process take turns, and none runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    internal const string Name = "alone";
}
