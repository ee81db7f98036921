using System.Net;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Delivery;

/// <summary>A request to the simulator, and what it answered.</summary>
internal sealed record Exchange(HttpMethod Method, string? Body, HttpStatusCode Status, string Answer)
{
    /// <summary>Whether Discord had something against the request itself, and not against its pace.</summary>
    public bool IsRefused => (int)Status >= 400 && Status != HttpStatusCode.TooManyRequests;
}
