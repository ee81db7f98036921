using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>The methods of one file that may be alerts by their looks, found once a file.</summary>
internal sealed class FileAlerts
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileAlerts> s_files = new();

    private readonly List<string> _aliases = [];
    private readonly List<string> _globalAliases = [];
    private readonly List<MethodDeclarationSyntax> _methods = [];
    private readonly List<bool> _overlooked = [];

    private FileAlerts(SyntaxTree tree)
    {
        // Neither a declaration nor an alias stands in a body, which is most of a file.
        foreach (var node in tree.GetRoot().DescendantNodes(HoldsDeclarations))
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias } directive:
                    (directive.GlobalKeyword.IsKind(SyntaxKind.None) ? _aliases : _globalAliases).Add(alias);
                    break;
                case MethodDeclarationSyntax { AttributeLists.Count: > 0 } method
                    when method.Modifiers.Any(SyntaxKind.PartialKeyword):
                    _methods.Add(method);
                    _overlooked.Add(AlertParser.HasDocumentation(method));
                    Overlook(method.ParameterList);
                    Overlook(method.AttributeLists);
                    break;
                case AttributeListSyntax ofType:
                    Overlook([ofType]);
                    break;
                case BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax:
                    Overlook(((MemberDeclarationSyntax)node).AttributeLists);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Overlook(constructor.ParameterList);
                    break;
                case ParameterListSyntax ofType:
                    Overlook(ofType);
                    break;
            }
        }
    }

    /// <summary>The names that the file's own <c>global using</c>s give to types, in every file.</summary>
    public IReadOnlyList<string> GlobalAliases => _globalAliases;

    /// <summary>What the compiler's comparison of declarations overlooks, in source order: whether a method is
    /// documented, and which attributes are written <c>[@Name]</c> and so mean no <c>NameAttribute</c>.</summary>
    public IReadOnlyList<bool> Overlooked => _overlooked;

    public static FileAlerts Of(SyntaxTree tree) => s_files.GetValue(tree, static tree => new FileAlerts(tree));

    /// <summary>The methods marked with the attribute's name or with an alias, whatever it stands for.</summary>
    public IEnumerable<MethodDeclarationSyntax> Marked(IReadOnlyCollection<string> globalAliases)
        => _methods.Where(method => method.AttributeLists.Any(list => list.Attributes.Any(attribute
            => IsMark(NameOf(attribute.Name), globalAliases))));

    private void Overlook(ParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
        {
            Overlook(parameter.AttributeLists);
        }
    }

    private void Overlook(IEnumerable<AttributeListSyntax> lists)
        => _overlooked.AddRange(lists.SelectMany(list => list.Attributes).Select(attribute
            => attribute.Name.GetLastToken().IsVerbatimIdentifier()));

    private static bool HoldsDeclarations(SyntaxNode node)
        => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private bool IsMark(string name, IReadOnlyCollection<string> globalAliases)
        => name is "WebhookAlert" or "WebhookAlertAttribute"
            || _aliases.Exists(alias => IsNamed(alias, name))
            || globalAliases.Any(alias => IsNamed(alias, name));

    private static bool IsNamed(string type, string name)
        => type == name || type == name + "Attribute";

    private static string NameOf(NameSyntax name)
        => name switch
        {
            QualifiedNameSyntax { Right: var right } => NameOf(right),
            AliasQualifiedNameSyntax { Name: var inner } => NameOf(inner),
            SimpleNameSyntax { Identifier.ValueText: var text } => text,
            _ => string.Empty,
        };
}
