using Microsoft.CodeAnalysis;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Gathers what an alert captures, each value once, and puts it in the order written: the key first, so that it is
/// the first bytes of a record; exceptions are never among them, for the pump compares their types instead.
/// </summary>
internal sealed class CaptureSet
{
    private readonly List<Entry> _entries = [];
    private readonly bool _hasDeclaredKey;
    private Entry[] _ordered = [];

    public CaptureSet(AlertDeclaration alert) => _hasDeclaredKey = alert.Values.Any(KnownTypes.IsKey);

    /// <summary>Adds a value that is shown in a hole.</summary>
    public void AddHole(IParameterSymbol parameter, TemplateHole hole, ResolvedHole resolved)
    {
        var type = resolved.Type!;
        var isWhole = type.Kind == ValueKind.Secret && resolved.Read == SourceNames.Identifier(parameter.Name);
        var path = isWhole ? parameter.Name : string.Join(".", hole.Path);
        Add(parameter, path, resolved.Read, type, hole.Format);
    }

    /// <summary>Adds a parameter that is shown as a field or ends the description.</summary>
    public void AddParameter(IParameterSymbol parameter, CapturedType type, bool isField)
        => Add(parameter, parameter.Name, SourceNames.Identifier(parameter.Name), type, null).IsField |= isField;

    /// <summary>Fixes the order. Nothing is added from now on.</summary>
    public EquatableArray<CapturedValue> Order()
    {
        var byParameter = _entries.OrderBy(entry => entry.Parameter.Ordinal).ToArray();
        _ordered = [.. byParameter.Where(StandsInKey), .. byParameter.Where(entry => !StandsInKey(entry))];
        return new EquatableArray<CapturedValue>(_ordered.Select(entry => new CapturedValue(
            entry.Path,
            entry.Type,
            entry.Read,
            entry.IsGuarded,
            entry.Format,
            entry.Type.Kind == ValueKind.List ? KnownTypes.MaxItems(entry.Parameter) : 0,
            IsKey(entry),
            entry.IsField)));
    }

    /// <summary>Where in the order a value stands.</summary>
    public int IndexOf(string read, CapturedType type, string? format)
        => Array.FindIndex(_ordered, entry => entry.Is(read, FormatAtCall(type, format)));

    private static string? FormatAtCall(CapturedType type, string? format)
        => type.IsRendered ? format : null;

    private Entry Add(IParameterSymbol parameter, string path, string read, CapturedType type, string? format)
    {
        var atCall = FormatAtCall(type, format);
        var entry = _entries.Find(candidate => candidate.Is(read, atCall));
        if (entry is null)
        {
            entry = new Entry(parameter, path, read, type, atCall);
            _entries.Add(entry);
        }

        return entry;
    }

    private bool StandsInKey(Entry entry) => IsKey(entry) && entry.Type.Kind != ValueKind.Exception;

    private bool IsKey(Entry entry)
        => entry.Type.Kind != ValueKind.Secret
            && (_hasDeclaredKey ? KnownTypes.IsKey(entry.Parameter) : entry.Type.IsIdentity);

    private sealed class Entry(
        IParameterSymbol parameter, string path, string read, CapturedType type, string? format)
    {
        public IParameterSymbol Parameter { get; } = parameter;

        public string Path { get; } = path;

        public string Read { get; } = read;

        public CapturedType Type { get; } = type;

        public string? Format { get; } = format;

        public bool IsField { get; set; }

        public bool IsGuarded
            => Type.IsRendered
                || Type.Kind == ValueKind.Uri
                || (Type.Kind != ValueKind.Secret && Read != SourceNames.Identifier(Parameter.Name));

        public bool Is(string read, string? format) => Read == read && Format == format;
    }
}
