using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>What a code fix makes of sources, as an editor applies it.</summary>
internal sealed class FixedSource : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly DiagnosticAnalyzer _analyzer;
    private readonly CodeFixProvider _fix;
    private readonly DocumentId[] _documents;
    private readonly ProjectId _project;

    public FixedSource(DiagnosticAnalyzer analyzer, CodeFixProvider fix, params string[] sources)
    {
        _analyzer = analyzer;
        _fix = fix;
        _project = AddProject("Alerts");
        _documents = [.. sources.Select(source => Add(_project, source))];
    }

    /// <summary>The titles of the fixes that <see cref="EachAsync"/> applied.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>Puts a source into a project of its own that the first one refers to.</summary>
    public void AddReferenced(string source)
    {
        var library = AddProject("Library");
        Add(library, source);
        Change(_workspace.CurrentSolution.AddProjectReference(_project, new ProjectReference(library)));
    }

    /// <summary>Applies the fix to one diagnostic after another until none has one.</summary>
    public async Task<string[]> EachAsync()
    {
        for (var diagnostics = await DiagnosticsAsync(); ; diagnostics = await DiagnosticsAsync())
        {
            var actions = await Task.WhenAll(diagnostics.Select(diagnostic => ActionAsync(diagnostic)));
            if (actions.FirstOrDefault(action => action is not null) is not { } action)
            {
                return await TextsAsync();
            }

            // One that is fixed for ever is not fixed.
            Titles.Add(action.Title);
            Assert.InRange(Titles.Count, 1, 20);
            await ApplyAsync(action);
        }
    }

    /// <summary>Applies the fix to all diagnostics of the project at once.</summary>
    public async Task<string[]> AllAsync()
    {
        var action = await ActionAsync((await DiagnosticsAsync())[0]);
        var context = new FixAllContext(
            Document(0), _fix, FixAllScope.Project, action!.EquivalenceKey, _fix.FixableDiagnosticIds,
            new Reported(this), TestContext.Current.CancellationToken);
        await ApplyAsync((await _fix.GetFixAllProvider()!.GetFixAsync(context))!);
        return await TextsAsync();
    }

    public void Dispose() => _workspace.Dispose();

    private ProjectId AddProject(string name)
        => _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: TestSources.ParseOptions,
            metadataReferences: TestSources.References)).Id;

    private DocumentId Add(ProjectId project, string source)
    {
        var count = _workspace.CurrentSolution.GetProject(project)!.DocumentIds.Count;
        return _workspace.AddDocument(project, $"Source{count}.cs", SourceText.From(source)).Id;
    }

    private Document Document(int index) => _workspace.CurrentSolution.GetDocument(_documents[index])!;

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = await Document(0).Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        return await compilation!.WithAnalyzers([_analyzer])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private async Task<CodeAction?> ActionAsync(Diagnostic diagnostic)
    {
        CodeAction? registered = null;
        var document = _workspace.CurrentSolution.GetDocument(diagnostic.Location.SourceTree)!;
        await _fix.RegisterCodeFixesAsync(new CodeFixContext(
            document, diagnostic, (action, _) => registered = action, TestContext.Current.CancellationToken));
        return registered;
    }

    private async Task ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Change(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution);
    }

    private void Change(Solution solution) => Assert.True(_workspace.TryApplyChanges(solution));

    private async Task<string[]> TextsAsync()
        => await Task.WhenAll(_documents.Select(async (_, index)
            => (await Document(index).GetTextAsync(TestContext.Current.CancellationToken)).ToString()));

    private sealed class Reported(FixedSource source) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project, CancellationToken cancellation)
            => await source.DiagnosticsAsync();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellation)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellation);
            return (await source.DiagnosticsAsync()).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project, CancellationToken cancellation)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
