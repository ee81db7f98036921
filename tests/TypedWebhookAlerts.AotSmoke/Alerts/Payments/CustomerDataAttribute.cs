using Microsoft.Extensions.Compliance.Classification;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Payments;

/// <summary>Marks what tells of a customer.</summary>
internal sealed class CustomerDataAttribute() : DataClassificationAttribute(new DataClassification("Shop", "Customer"));
