namespace TypedWebhookAlerts.PackageTests.Packing;

/// <summary>A clean copy of what the package is built from, as a fresh clone has it.</summary>
internal sealed class SourceTree
{
    private static readonly string[] s_rootFiles =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig",
        ".gitignore", "README.md", "LICENSE", "tests/Directory.Build.props", "tests/BannedSymbols.txt",
    ];

    private static readonly string[] s_folders = ["src", "generators", "tests/TypedWebhookAlerts.AotSmoke"];

    private readonly Workspace _workspace;
    private readonly string _folder;

    public SourceTree(Workspace workspace, string folder)
    {
        _workspace = workspace;
        _folder = folder;
        foreach (var file in s_rootFiles)
        {
            workspace.CopyFile(file, Path.Combine(folder, file));
        }

        foreach (var part in s_folders)
        {
            workspace.Copy(part, Path.Combine(folder, part));
        }

        LinkToGit();
    }

    /// <summary>Packs into a folder of the workspace, as a version that nobody publishes: the machine's package cache,
    /// which consumers restore from, may hold one of ours that somebody has tried.</summary>
    public Task<CommandResult> PackAsync(string to)
        => _workspace.In(_folder).DotNetAsync(
            "pack", "src/TypedWebhookAlerts", "--output", _workspace.PathOf(to), "--version-suffix", "tests");

    /// <summary>Publishes the smoke program natively into a folder of the workspace.</summary>
    public Task<CommandResult> PublishSmokeAsync(string to)
        => _workspace.In(_folder).DotNetAsync(
            "publish", "tests/TypedWebhookAlerts.AotSmoke", "--output", _workspace.PathOf(to));

    /// <summary>The copy stands at the repository's commit, which SourceLink and the assembly's version name.</summary>
    private void LinkToGit()
    {
        var git = Path.Combine(Workspace.Repository, ".git");
        var link = _workspace.PathOf(_folder, ".git");
        if (File.Exists(git))
        {
            File.Copy(git, link);
        }
        else if (Directory.Exists(git))
        {
            File.WriteAllText(link, $"gitdir: {git}");
        }
    }
}
