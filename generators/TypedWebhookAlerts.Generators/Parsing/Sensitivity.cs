using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Gathers what must not be shown of a value: nothing of it may be where something on the way to it is
/// <c>[Secret]</c>, and only what a redactor leaves where it is classified.
/// </summary>
internal sealed class Sensitivity(Compilation compilation)
{
    private readonly List<string> _sources = [];
    private readonly List<AttributeData> _attributes = [];
    private readonly List<AttributeData> _outOfReach = [];

    /// <summary>Whether the value is never captured.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>The attributes that classify it, and can be repeated.</summary>
    public IReadOnlyList<AttributeData> Attributes => _attributes;

    /// <summary>The attributes that classify it and cannot be repeated where descriptors are: no redactor can be asked.
    /// </summary>
    public IReadOnlyList<AttributeData> OutOfReach => _outOfReach;

    /// <summary>Adds what a parameter or a member is marked with.</summary>
    public Sensitivity Add(ISymbol symbol)
    {
        foreach (var attributes in SensitiveMembers.MarksOf(symbol))
        {
            Read(attributes);
        }

        return this;
    }

    /// <summary>Adds what a type that is read through is marked with.</summary>
    public Sensitivity AddType(ITypeSymbol type)
    {
        foreach (var ancestor in SensitiveMembers.Ancestors(type))
        {
            Read(ancestor);
        }

        return this;
    }

    /// <summary>Adds what the type of a shown value is marked with, and all that its text is made of.</summary>
    public Sensitivity AddShown(ITypeSymbol type)
    {
        foreach (var part in new ShownParts(type).All)
        {
            _ = part is ITypeSymbol shown ? AddType(shown) : Add(part);
        }

        return this;
    }

    /// <summary>What a value of a type is captured as.</summary>
    public CapturedType Apply(CapturedType type)
        => IsSecret ? ValueTypes.Secret
            : _sources.Count == 0 || type.Kind == ValueKind.Unsupported ? type
            : type with { Classifications = new EquatableArray<string>(_sources), IsNullable = false };

    private void Read(ISymbol symbol)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is not { } type)
            {
                continue;
            }

            if (KnownTypes.IsSecret(type))
            {
                IsSecret = true;
            }
            else if (KnownTypes.IsClassification(type))
            {
                Classify(data);
            }
        }
    }

    private void Classify(AttributeData data)
    {
        if (AttributeSource.Of(data, compilation) is not { } source)
        {
            IsSecret = true;
            _outOfReach.Add(data);
        }
        else if (!_sources.Contains(source))
        {
            _sources.Add(source);
            _attributes.Add(data);
        }
    }
}
