using System.Reflection;

namespace TypedWebhookAlerts.PackageTests.Packing;

/// <summary>
/// A folder outside the repository whose builds restore from its own feed and the machine's package cache, and from
/// nowhere else. What they restore from the feed stays in the folder: the cache never holds a stale package of ours.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private static readonly string s_packageCache = Metadata("PackageCache");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("TypedWebhookAlerts-");

    public Workspace()
    {
        Directory.CreateDirectory(Feed);
        File.WriteAllText(PathOf("nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{Feed}" />
                <add key="cache" value="{s_packageCache}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="cache" value="{s_packageCache}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>The repository that these tests were built in.</summary>
    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder that serves as a package source.</summary>
    public string Feed => PathOf("feed");

    public void Dispose() => _root.Delete(recursive: true);

    public string PathOf(params string[] parts) => Path.Combine([_root.FullName, .. parts]);

    /// <summary>A command in a folder of this workspace. No process of a build outlives it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="variables">Variables beside the machine's.</param>
    public Command In(string folder, params (string Name, string Value)[] variables)
        => new(PathOf(folder), new Dictionary<string, string>(variables.Select(ToPair))
        {
            ["NUGET_PACKAGES"] = PathOf("packages"),
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
        });

    /// <summary>Copies a folder of the repository, without what builds left in it.</summary>
    public void Copy(string from, string to)
    {
        var source = Path.Combine(Repository, from);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                CopyFile(file, PathOf(to, relative));
            }
        }
    }

    /// <summary>Copies a file of the repository.</summary>
    public void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(to))!);
        File.Copy(Path.Combine(Repository, from), PathOf(to));
    }

    private static KeyValuePair<string, string> ToPair((string Name, string Value) variable)
        => new(variable.Name, variable.Value);

    private static string Metadata(string key)
        => typeof(Workspace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key).Value!;
}
