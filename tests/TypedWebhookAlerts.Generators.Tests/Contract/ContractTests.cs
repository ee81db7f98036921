using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests.Contract;

/// <summary>
/// A library that was compiled with an earlier version of the generator must run with a later runtime of the same major
/// version: what generated code refers to is named, hidden or meant for users, and never changes.
/// </summary>
[Collection(OnAmbient.Name)]
public sealed class ContractTests
{
    private static readonly string[] s_userFacing =
    [
        "T:TypedWebhookAlerts.AlertPipeline", "T:TypedWebhookAlerts.WebhookAlerts",
        "P:TypedWebhookAlerts.WebhookAlerts.Pipeline", "T:TypedWebhookAlerts.AlertReceipt",
        "T:TypedWebhookAlerts.AlertIncident",
    ];

    public static TheoryData<string> Versions { get; } = [.. KeptVersion.All.Select(version => version.Name)];

    private static GeneratedCodeContract Contract => GeneratedCodeContract.Current.Value;

    [Fact]
    public void WhatGeneratedCodeRefersToIsListedAndNothingElse() => Assert.Equal(Contract.Used, Contract.Listed);

    [Fact]
    public void WhatIsListedIsRunByAKeptVersion() => Assert.Equal(Contract.Listed, Contract.Kept);

    [Fact]
    public void WhatIsListedIsPublicAndHiddenFromUsersUnlessItIsMeantForThem()
        => Assert.All(Contract.Listed, id =>
        {
            var symbol = Contract.Find(id);
            Assert.Equal(Accessibility.Public, symbol.DeclaredAccessibility);
            Assert.True(
                s_userFacing.Contains(id) || IsHidden(symbol) || IsHidden(symbol.ContainingType),
                $"{id} shows in IntelliSense.");
        });

    [Fact]
    public void WhatIsListedIsShipped()
        => Assert.All(Contract.Listed, id => Assert.Subset(
            GeneratedCodeContract.Shipped, PublicApiLine.Of(Contract.Find(id)).ToHashSet()));

    [Fact]
    public void EveryShapeCompilesAgainstWhatIsListedAlone()
    {
        var shapes = AllShapes.Generation;
        var users = shapes.Output.SyntaxTrees.Except(
            shapes.Result.GeneratedSources.Select(source => source.SyntaxTree));
        var surface = KeptVersion.CompileSurface(SurfaceText.Write(Contract.Listed
            .Union(RuntimeUse.Of(shapes.Output, users).Select(GeneratedCodeContract.Id))
            .Select(Contract.Find)));
        var compilation = KeptVersion.Compile("Shapes", surface, shapes.Output.SyntaxTrees);
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            found => found.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void WhatAVersionWasCompiledAgainstIsStillThere(string version)
    {
        var surface = Kept(version).Surface;
        var symbols = surface.Assembly.GlobalNamespace.GetNamespaceMembers().SelectMany(Declared).ToArray();
        Assert.NotEmpty(symbols);
        Assert.All(symbols, symbol => Assert.Equal(
            SurfaceText.Signature(symbol), SurfaceText.Signature(Contract.Find(GeneratedCodeContract.Id(symbol)))));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task CodeThatAVersionGeneratedRunsOnTodaysRuntime(string version)
    {
        var kept = Kept(version);
        using var image = new MemoryStream();
        var emitted = kept.Library.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(emitted.Diagnostics, found => found.Severity == DiagnosticSeverity.Error);
        var library = Assembly.Load(image.ToArray());
        var call = library.GetType("Shop.Calls", throwOnError: true)!.GetMethod("All")!
            .CreateDelegate<Func<AlertPipeline, List<object>>>();

        await using var pipeline = WebhookAlerts.Pipeline;
        var answers = call(pipeline);
        var recorded = RecordedAlerts.Take(pipeline, library) + $"answered {string.Join(", ", answers)}\n";

        if (KeptVersion.IsUpdated)
        {
            File.WriteAllText(kept.RecordedPath, recorded);
        }

        Assert.Equal(File.ReadAllText(kept.RecordedPath), recorded);
    }

    private static KeptVersion Kept(string name) => KeptVersion.All.Single(version => version.Name == name);

    private static bool IsHidden(ISymbol? symbol)
        => symbol is not null && symbol.GetAttributes().Any(attribute
            => attribute.AttributeClass!.Name == "EditorBrowsableAttribute"
                && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static IEnumerable<ISymbol> Declared(INamespaceSymbol space)
        => space.GetNamespaceMembers().SelectMany(Declared)
            .Concat(space.GetTypeMembers())
            .Concat(space.GetTypeMembers().SelectMany(type => type.GetMembers().Where(IsOwn)));

    // Delegates and structs have members that nobody wrote.
    private static bool IsOwn(ISymbol member)
        => !member.IsImplicitlyDeclared
            && member.DeclaredAccessibility != Accessibility.Private
            && member is not IMethodSymbol { AssociatedSymbol: not null };
}
