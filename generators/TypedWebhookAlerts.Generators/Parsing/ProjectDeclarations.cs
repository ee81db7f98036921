using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// All that a project declares. It equals another's when no declaration differs, and then no alert can: most
/// keystrokes fall in a body and cost a look at one file, where the compiler's own search by an attribute would bind
/// every alert again.
/// </summary>
/// <remarks>What a model is read from and is not a declaration must be compared here, or a stale model is served: so
/// far that is <see cref="FileAlerts.Overlooked"/> and the language.</remarks>
internal sealed class ProjectDeclarations : IEquatable<ProjectDeclarations>
{
    private readonly CompilationOptions _options;
    private readonly string? _assemblyName;
    private readonly MetadataReference[] _references;
    private readonly SyntaxTree[] _trees;
    private readonly object _gate = new();
    private Compilation? _compilation;
    private IReadOnlyList<AlertMethod> _alerts = [];

    public ProjectDeclarations(Compilation compilation)
    {
        _compilation = compilation;
        _options = compilation.Options;
        _assemblyName = compilation.AssemblyName;
        _references = [.. compilation.References];
        _trees = [.. compilation.SyntaxTrees];
    }

    /// <summary>Reads the alerts, once: the pipeline keeps this object until a declaration changes, and must not keep
    /// all symbols of a past keystroke with it. Asked again, which happens where a run failed after this step and was
    /// gone on from twice, it gives the same.</summary>
    public IReadOnlyList<AlertMethod> Read(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_compilation is { } compilation)
            {
                _alerts = AlertParser.Parse(compilation, cancellation);
                _compilation = null;
            }

            return _alerts;
        }
    }

    public bool Equals(ProjectDeclarations? other)
        => other is not null
            && _assemblyName == other._assemblyName
            && _options.Equals(other._options)
            && _trees.Length == other._trees.Length
            && _references.SequenceEqual(other._references)
            && DeclareTheSame(_trees, other._trees);

    public override bool Equals(object? obj) => Equals(obj as ProjectDeclarations);

    public override int GetHashCode() => _trees.Length;

    // Place by place: the order of files is the order of a type's members.
    private static bool DeclareTheSame(SyntaxTree[] trees, SyntaxTree[] others)
    {
        for (var i = 0; i < trees.Length; i++)
        {
            if (trees[i] != others[i] && !DeclareTheSame(trees[i], others[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool DeclareTheSame(SyntaxTree tree, SyntaxTree other)
        => tree.Options.Equals(other.Options)
            && SyntaxFactory.AreEquivalent(tree, other, topLevel: true)
            && FileAlerts.Of(tree).Overlooked.SequenceEqual(FileAlerts.Of(other).Overlooked);
}
