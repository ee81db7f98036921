using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>The members of a container's descriptor class. Overloads share a name; their descriptors cannot.</summary>
internal sealed class DescriptorNames
{
    private static readonly string[] s_inherited =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private readonly string _class;
    private readonly Dictionary<AlertMethod, (string Field, string Renderer)> _members
        = new(ReferenceComparer.Instance);

    private readonly Dictionary<string, string> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<EquatableArray<string>, string> _classifications = [];

    public DescriptorNames(AlertContainer container)
    {
        _class = container.DescriptorClass;
        var scope = new NameScope([.. s_inherited, .. KnownTypes.ShortNames, _class]);
        var fields = container.Alerts.Select(alert => scope.Take(alert.Signature.Name)).ToArray();
        for (var i = 0; i < fields.Length; i++)
        {
            _members.Add(container.Alerts[i], (fields[i], scope.Take("Render" + fields[i].TrimStart('@'))));
        }

        foreach (var names in Enums(container))
        {
            _enums[names.FullName] = scope.Take(names.Name + "Names");
        }

        foreach (var classifications in Classifications(container))
        {
            _classifications[classifications] = scope.Take("Classification");
        }
    }

    /// <summary>Where a container's descriptors are, for the catalog: in full, for its own members would hide a class
    /// of the same name.</summary>
    public static IEnumerable<string> InCatalog(AlertContainer container)
    {
        var names = new DescriptorNames(container);
        return container.Alerts.Select(names.FullField);
    }

    /// <summary>The enums that a container's alerts show, each once.</summary>
    public static IEnumerable<EnumNames> Enums(AlertContainer container)
        => container.Alerts
            .SelectMany(alert => alert.Values)
            .Where(value => value.Type is { Enum: not null, IsClassified: false })
            .Select(value => value.Type.Enum!)
            .GroupBy(names => names.FullName)
            .Select(group => group.First());

    /// <summary>How a container's values are classified, each way once.</summary>
    public static IEnumerable<EquatableArray<string>> Classifications(AlertContainer container)
        => container.Alerts
            .SelectMany(alert => alert.Values)
            .Where(value => value.Type.IsClassified)
            .Select(value => value.Type.Classifications)
            .Distinct();

    public string Field(AlertMethod alert) => _members[alert].Field;

    public string Renderer(AlertMethod alert) => _members[alert].Renderer;

    public string Enum(EnumNames names) => _enums[names.FullName];

    public string Classification(EquatableArray<string> classifications) => _classifications[classifications];

    /// <summary>A descriptor by its full name: where it is used, a type of the user may have its short one.</summary>
    public string FullField(AlertMethod alert) => $"global::{RuntimeNames.Generated}.{_class}.{Field(alert)}";

    // Two broken declarations may be equal by value.
    private sealed class ReferenceComparer : IEqualityComparer<AlertMethod>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(AlertMethod? x, AlertMethod? y) => ReferenceEquals(x, y);

        public int GetHashCode(AlertMethod alert) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(alert);
    }
}
