using Microsoft.CodeAnalysis;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Writes an attribute as the expression that makes another one equal to it.</summary>
internal sealed class AttributeSource
{
    private readonly Compilation _compilation;
    private bool _isOutOfReach;

    private AttributeSource(Compilation compilation) => _compilation = compilation;

    /// <summary>Writes an attribute.</summary>
    /// <returns>The expression, or null where it cannot stand outside of the user's own types: something in it is
    /// private, or wrong.</returns>
    public static string? Of(AttributeData data, Compilation compilation)
    {
        var source = new AttributeSource(compilation);
        var text = source.Write(data);
        return source._isOutOfReach ? null : text;
    }

    private string Write(AttributeData data)
    {
        if (data is not { AttributeClass: { } type, AttributeConstructor: { } constructor }
            || constructor.Parameters.Length != data.ConstructorArguments.Length)
        {
            _isOutOfReach = true;
            return string.Empty;
        }

        Reach(constructor);
        var arguments = data.ConstructorArguments.Select((value, index)
            => Passed(value, constructor.Parameters[index].Type));
        var required = data.NamedArguments
            .Where(argument => IsRequired(type, argument.Key))
            .Select(argument => $"{SourceNames.Identifier(argument.Key)} = {Value(argument.Value)}")
            .ToArray();
        return $"new {Name(type)}({string.Join(", ", arguments)})"
            + (required.Length == 0 ? string.Empty : $" {{ {string.Join(", ", required)} }}");
    }

    // Of two constructors the one that was meant is called only with what has exactly its types.
    private string Passed(TypedConstant value, ITypeSymbol parameter)
        => value.IsNull ? $"({Name(parameter)})null!"
            : SymbolEqualityComparer.Default.Equals(value.Type, parameter) ? Value(value)
            : $"({Name(parameter)}){Value(value)}";

    private string Value(TypedConstant value)
    {
        if (value.Kind == TypedConstantKind.Error)
        {
            _isOutOfReach = true;
            return string.Empty;
        }

        if (value.IsNull)
        {
            return "null!";
        }

        return value.Kind switch
        {
            TypedConstantKind.Type => $"typeof({Name((ITypeSymbol)value.Value!)})",
            TypedConstantKind.Enum => $"({Name(value.Type!)})({ConstantSource.Of(value.Value!)})",
            TypedConstantKind.Array when value.Values.IsEmpty
                => $"global::System.Array.Empty<{Name(((IArrayTypeSymbol)value.Type!).ElementType)}>()",
            TypedConstantKind.Array
                => $"new {Name(value.Type!)} {{ {string.Concat(value.Values.Select(item => Value(item) + ", "))}}}",
            _ => ConstantSource.Of(value.Value!),
        };
    }

    private string Name(ITypeSymbol type)
    {
        Reach(type);
        return SourceNames.Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
    }

    private void Reach(ISymbol symbol)
        => _isOutOfReach |= !_compilation.IsSymbolAccessibleWithin(symbol, _compilation.Assembly)
            || IsInOneFile(symbol);

    // What is local to a file has no name in another.
    private static bool IsInOneFile(ISymbol? symbol)
        => symbol switch
        {
            null or INamespaceSymbol => false,
            IArrayTypeSymbol array => IsInOneFile(array.ElementType),
            INamedTypeSymbol type => type.IsFileLocal
                || type.TypeArguments.Any(IsInOneFile)
                || IsInOneFile(type.ContainingType),
            _ => IsInOneFile(symbol.ContainingType),
        };

    private static bool IsRequired(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(member
                => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }
}
