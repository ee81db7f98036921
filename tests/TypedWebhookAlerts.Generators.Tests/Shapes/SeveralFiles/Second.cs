using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.SeveralFiles;

partial struct Position
{
    [WebhookAlert(LogLevel.Error, "{x}")]
    public readonly partial void Right(int x);
}

partial interface IShelf<T>
{
    [WebhookAlert(LogLevel.Warning, "{item} is the last one")]
    public partial void Last(T item);
}

partial record Order
{
    [WebhookAlert(LogLevel.Information, "On its way")]
    public partial void Sent();
}
