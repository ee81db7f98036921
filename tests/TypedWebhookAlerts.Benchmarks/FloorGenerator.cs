using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>A generator that asks for the marked methods and does nothing with them: what remains is the compiler's
/// own.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var marked = context.SyntaxProvider.ForAttributeWithMetadataName(
            "TypedWebhookAlerts.WebhookAlertAttribute", static (_, _) => true, static (_, _) => 0);
        context.RegisterSourceOutput(marked, static (_, _) => { });
    }
}
