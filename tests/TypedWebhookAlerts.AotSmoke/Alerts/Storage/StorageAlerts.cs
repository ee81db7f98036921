using System.Collections;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Storage;

/// <summary>Collections of every kind.</summary>
internal static partial class StorageAlerts
{
    [WebhookAlert(LogLevel.Warning, "Files: {files}")]
    public static partial void Array(string[] files);

    [WebhookAlert(LogLevel.Warning, "Files: {files}")]
    public static partial void Sequence(IEnumerable<string?>? files);

    [WebhookAlert(LogLevel.Warning, "Sizes: {sizes:N0}")]
    public static partial void List(List<int> sizes);

    [WebhookAlert(LogLevel.Warning, "Sizes: {sizes}")]
    public static partial void Span(ReadOnlySpan<long> sizes);

    [WebhookAlert(LogLevel.Warning, "Ids: {ids}")]
    public static partial void Immutable(ImmutableArray<Guid> ids);

    [WebhookAlert(LogLevel.Warning, "Bytes: {bytes:X2}")]
    public static partial void Bytes(byte[] bytes);

    [WebhookAlert(LogLevel.Warning, "Untyped: {items}")]
    public static partial void Untyped(IEnumerable items);

    [WebhookAlert(LogLevel.Warning, "")]
    public static partial void Field([AlertField("Buckets"), AlertList(MaxItems = 4)] IReadOnlySet<string> buckets);

    [WebhookAlert(LogLevel.Warning, "Folder {folder.Name} holds {folder.Files}")]
    public static partial void Folder(Folder? folder);

    [WebhookAlert(LogLevel.Warning, "Own text: {path}")]
    public static partial void OwnText(StoragePath path);

    [WebhookAlert(LogLevel.Warning, "Colors: {colors}")]
    public static partial void Enums(ConsoleColor[] colors);

    [WebhookAlert(LogLevel.Error, "Lost: {pairs}")]
    public static partial bool Pairs(params List<KeyValuePair<string, int>> pairs);
}
