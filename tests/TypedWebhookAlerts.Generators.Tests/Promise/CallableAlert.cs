using TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>A declaration that compiled, and its call.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Call">Calls it with boxed arguments; answers whether it was accepted, or null if it does not
/// tell.</param>
internal sealed record CallableAlert(Declaration Declaration, Func<AlertPipeline, object?[], bool?> Call);
