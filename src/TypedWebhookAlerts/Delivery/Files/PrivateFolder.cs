namespace TypedWebhookAlerts.Delivery;

/// <summary>Makes folders that only their user may enter.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnersAlone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder and what is missing above it; one that is there stays as it is.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // One by one: given a whole path, the system's own way makes those above for everybody.
        var missing = new Stack<string>();
        for (var at = Path.GetFullPath(folder); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing.Push(at);
        }

        foreach (var level in missing)
        {
            Directory.CreateDirectory(level, OwnersAlone);
        }
    }
}
