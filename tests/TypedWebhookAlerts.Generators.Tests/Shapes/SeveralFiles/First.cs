using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.SeveralFiles;

public partial struct Position
{
    [WebhookAlert(LogLevel.Error, "{x}")]
    public readonly partial void Left(int x);
}

public partial interface IShelf<T>
{
    [WebhookAlert(LogLevel.Error, "{item} is missing")]
    public partial void Missing(T item);
}

public sealed partial record Order(int Number)
{
    [WebhookAlert(LogLevel.Error, "{reason}")]
    public partial bool Lost(string reason);
}
