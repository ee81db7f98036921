using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>Tests that use the process's one ambient pipeline, or its environment, take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OnAmbient
{
    internal const string Name = "ambient";
}
