using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Reads what an alert shows, and thereby what it captures.</summary>
internal sealed class LookReader
{
    private readonly AlertDeclaration _alert;
    private readonly CaptureSet _captures;
    private readonly HashSet<IParameterSymbol> _inHoles = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<TemplateHole, ResolvedHole> _resolved = [];

    public LookReader(AlertDeclaration alert)
    {
        _alert = alert;
        _captures = new CaptureSet(alert);
    }

    public static (EquatableArray<CapturedValue> Values, AlertLook Look) Read(AlertDeclaration alert)
        => new LookReader(alert).Read();

    /// <summary>The members that the alert's holes are read through. Known once it was read.</summary>
    public IEnumerable<ISymbol> Members => _resolved.Values.SelectMany(resolved => resolved.Members ?? []);

    /// <summary>What must not be shown of the alert's values. Known once it was read.</summary>
    public IEnumerable<Sensitivity> Sensitivities
        => _resolved.Values.Select(resolved => resolved.Sensitivity)
            .OfType<Sensitivity>()
            .Concat(_alert.Values.Where(IsShown).Select(_alert.SensitivityOf));

    /// <summary>Reads the values in the order written, and the look that refers to them by index.</summary>
    public (EquatableArray<CapturedValue> Values, AlertLook Look) Read()
    {
        foreach (var (_, template) in _alert.Templates)
        {
            AddHoles(template);
        }

        foreach (var parameter in _alert.Values)
        {
            AddParameter(parameter);
        }

        var values = _captures.Order();
        return (values, new AlertLook(
            Parts(_alert.Title),
            Parts(_alert.Description),
            new EquatableArray<AlertField>(_alert.Values.Where(IsField).Select(Field)),
            new EquatableArray<int>(_alert.Values.Where(IsTrailingException).Select(IndexOf)),
            Parts(_alert.Footer)));
    }

    private void AddHoles(Template template)
    {
        foreach (var hole in template.Holes)
        {
            if (Resolve(hole) is { Parameter: { } parameter } resolved)
            {
                _inHoles.Add(parameter);
                _captures.AddHole(parameter, hole, resolved);
            }
        }
    }

    private void AddParameter(IParameterSymbol parameter)
    {
        if (IsShown(parameter))
        {
            _captures.AddParameter(parameter, _alert.TypeOf(parameter), IsField(parameter));
        }
    }

    private EquatableArray<TextPart> Parts(Template template)
        => new(template.Segments.Select(Part).Where(part => part.Literal is not ""));

    // What cannot be shown stands as it was written: an analyzer speaks of it, and the rest must compile.
    private TextPart Part(TemplateSegment segment)
    {
        if (segment.Hole is not { } hole)
        {
            return new TextPart(segment.Literal);
        }

        return Resolve(hole) is { } resolved
            ? new TextPart(null, IndexOf(hole, resolved), hole.Format, hole.Alignment)
            : new TextPart(hole.Text);
    }

    private ResolvedHole? Resolve(TemplateHole hole)
    {
        if (!_resolved.TryGetValue(hole, out var resolved))
        {
            _resolved.Add(hole, resolved = HoleResolver.Resolve(_alert, hole));
        }

        return resolved is { Type.Kind: not ValueKind.Unsupported } ? resolved : null;
    }

    private AlertField Field(IParameterSymbol parameter)
    {
        var attribute = KnownTypes.FieldAttribute(parameter);
        var name = attribute is { ConstructorArguments: [{ Value: string declared }] } ? declared : string.Empty;
        return new AlertField(
            string.IsNullOrWhiteSpace(name) ? HumanName.Of(parameter.Name) : name,
            IndexOf(parameter),
            IsSet(attribute, "Inline"),
            IsSet(attribute, "CodeBlock"));
    }

    private int IndexOf(TemplateHole hole, ResolvedHole resolved)
        => _captures.IndexOf(resolved.Read, resolved.Type!, hole.Format);

    private int IndexOf(IParameterSymbol parameter)
        => _captures.IndexOf(SourceNames.Identifier(parameter.Name), _alert.TypeOf(parameter), null);

    private bool IsShown(IParameterSymbol parameter) => IsField(parameter) || IsTrailingException(parameter);

    private bool IsField(IParameterSymbol parameter)
        => _alert.TypeOf(parameter).Kind switch
        {
            ValueKind.Unsupported => false,
            ValueKind.Exception when !_alert.TypeOf(parameter).IsClassified
                => KnownTypes.FieldAttribute(parameter) is not null,
            _ => !_inHoles.Contains(parameter) || KnownTypes.FieldAttribute(parameter) is not null,
        };

    private bool IsTrailingException(IParameterSymbol parameter)
        => _alert.TypeOf(parameter) is { Kind: ValueKind.Exception, IsClassified: false }
            && !_inHoles.Contains(parameter)
            && KnownTypes.FieldAttribute(parameter) is null;

    private static bool IsSet(AttributeData? attribute, string name)
        => attribute is not null
            && attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);
}
