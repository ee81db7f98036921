using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace StrictLibrary;

/// <summary>Alerts of a record, with paths into itself.</summary>
/// <param name="Name">The customer's name.</param>
/// <param name="Referrer">Who brought the customer; null if nobody.</param>
public sealed partial record Customer(string Name, Customer? Referrer)
{
    /// <summary>A customer has left.</summary>
    /// <param name="customer">The customer.</param>
    [WebhookAlert(LogLevel.Warning, "{customer.Name}, brought by {customer.Referrer.Name}, has left")]
    public static partial void Left(Customer? customer);
}
