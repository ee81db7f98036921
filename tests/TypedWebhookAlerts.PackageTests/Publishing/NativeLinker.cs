namespace TypedWebhookAlerts.PackageTests.Publishing;

/// <summary>What Native AOT links with.</summary>
public static class NativeLinker
{
    /// <summary>Whether the machine has one that the SDK takes.</summary>
    public static bool IsThere
        => OperatingSystem.IsLinux() && (IsOnPath("clang") || IsOnPath("gcc"));

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
