namespace TypedWebhookAlerts.AotSmoke.Alerts.Storage;

internal static class StorageScene
{
    public static void Raise()
    {
        StorageAlerts.Array(["a.db", "b.db"]);
        StorageAlerts.Array([.. Enumerable.Range(1, 24).Select(number => $"{number}.db")]);
        StorageAlerts.Sequence(Enumerable.Range(1, 3).Select(number => number == 2 ? null : $"{number}.db"));
        StorageAlerts.Sequence(null);
        StorageAlerts.List([1_000, 2_000_000]);
        StorageAlerts.Span([1, 2, 3]);
        StorageAlerts.Immutable([Guid.Empty]);
        StorageAlerts.Bytes([0, 15, 255]);
        StorageAlerts.Untyped(new object?[] { 1, "two", null });
        StorageAlerts.Field(new HashSet<string> { "a", "b", "c", "d", "e" });
        StorageAlerts.Folder(new Folder("avatars", ["1.png", "2.png"]));
        StorageAlerts.Folder(null);
        StorageAlerts.OwnText(new StoragePath("var", "lib", "stats"));
        StorageAlerts.Enums([ConsoleColor.Red, ConsoleColor.Green]);
        StorageAlerts.Pairs(new("a", 1), new("b", 2));
    }
}
