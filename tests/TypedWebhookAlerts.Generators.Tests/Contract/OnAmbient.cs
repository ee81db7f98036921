namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>Tests of this collection raise alerts on the process's ambient pipeline, and so run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OnAmbient
{
    public const string Name = "Ambient pipeline";
}
