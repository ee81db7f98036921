using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>Tests that need the cores for themselves: beside others they would prove less.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AllCores
{
    public const string Name = "All cores";
}
