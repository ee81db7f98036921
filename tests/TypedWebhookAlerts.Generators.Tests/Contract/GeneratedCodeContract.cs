using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>What generated code of any shape and any kept version relies on, as <c>GeneratedCodeContract.txt</c> lists
/// it by documentation comment ids.</summary>
internal sealed class GeneratedCodeContract
{
    private static readonly string s_runtimeFolder = Path.GetFullPath(
        Path.Combine(KeptVersion.Folder, "../../../src/TypedWebhookAlerts"));

    private static readonly string s_list = Path.Combine(s_runtimeFolder, "GeneratedCodeContract.txt");
    private static readonly string s_shipped = Path.Combine(s_runtimeFolder, "PublicAPI.Shipped.txt");
    private static readonly string s_unshipped = Path.Combine(s_runtimeFolder, "PublicAPI.Unshipped.txt");

    private GeneratedCodeContract()
    {
        Runtime = TestSources.Compile();
        Kept.UnionWith(KeptVersion.All
            .SelectMany(version => RuntimeUse.Of(version.Library, version.GeneratedTrees))
            .Select(Id));
        Used.UnionWith(UsedByShapes().Select(Id).Concat(Kept));
        if (KeptVersion.IsUpdated)
        {
            File.WriteAllLines(s_list, Used);
            Ship();
        }

        Listed.UnionWith(File.ReadAllLines(s_list));
    }

    /// <summary>Read once: to generate every shape takes seconds.</summary>
    public static Lazy<GeneratedCodeContract> Current { get; } = new(() => new GeneratedCodeContract());

    /// <summary>A compilation that refers to the runtime of today.</summary>
    public Compilation Runtime { get; }

    /// <summary>What the code of the kept versions refers to.</summary>
    public SortedSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>What that code and the code generated today refer to.</summary>
    public SortedSet<string> Used { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Listed { get; } = new(StringComparer.Ordinal);

    public static HashSet<string> Shipped => [.. File.ReadAllLines(s_shipped)];

    public ISymbol Find(string id)
        => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Runtime)
            ?? throw new InvalidOperationException($"The runtime has no {id}.");

    public static string Id(ISymbol symbol) => DocumentationCommentId.CreateDeclarationId(symbol)!;

    private static IReadOnlyCollection<ISymbol> UsedByShapes()
        => RuntimeUse.Of(
            AllShapes.Generation.Output,
            AllShapes.Generation.Result.GeneratedSources.Select(source => source.SyntaxTree));

    private void Ship()
    {
        var frozen = Used.SelectMany(id => PublicApiLine.Of(Find(id))).ToHashSet(StringComparer.Ordinal);
        var unshipped = File.ReadAllLines(s_unshipped);
        File.WriteAllLines(s_shipped, Shipped.Union(frozen).Order(StringComparer.Ordinal));
        File.WriteAllLines(s_unshipped, unshipped.Where(line => !frozen.Contains(line)));
    }
}
