using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.NestedGenericContainers.@event;

public partial interface IShelf<T> where T : class
{
    internal readonly partial record struct Place<TKey>(TKey Key) where TKey : notnull
    {
        [WebhookAlert(LogLevel.Error, "{item} is not at {key}")]
        public readonly partial void Missing<TItem>(in TItem? item, TKey key, params string[] rest)
            where TItem : class, IComparable<TItem>, new();
    }
}
