using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Hosting;

/// <summary>
/// Reads the section <c>WebhookAlerts</c> before the binder does, which stops at the first value that it cannot read,
/// and repeats it in its message: a secret, perhaps, in the wrong place. What is left for it cannot fail.
/// </summary>
internal sealed class SectionReader
{
    private readonly WebhookAlertOptions _options;
    private readonly OptionOrigins _origins;
    private readonly Dictionary<string, string?> _readable = new(StringComparer.OrdinalIgnoreCase);

    private SectionReader(WebhookAlertOptions options)
    {
        _options = options;
        _origins = options.Notes.Origins;
    }

    /// <summary>Writes the section into options, and what is wrong with it into their notes.</summary>
    public static void Read(IConfigurationSection section, WebhookAlertOptions options)
    {
        var reader = new SectionReader(options);
        reader._origins.AddSection(section.Path);
        reader.Read(section, SectionSchema.Root, path: null);
        options.Notes.HasSection |= reader._readable.Count > 0;
        new ConfigurationBuilder().AddInMemoryCollection(reader._readable).Build().Bind(options);
    }

    private void Read(IConfigurationSection place, SectionNode node, string? path)
    {
        switch (node)
        {
            case SectionNode.Value value:
                ReadValue(place, value.Kind, path!);
                break;
            case SectionNode.List list:
                ReadList(place, ItemsOf(place), list.Kind, path!);
                break;
            case SectionNode.Texts:
                ReadList(place, TextsOf(place), ValueKind.Words, path!);
                break;
            case SectionNode.Group group:
                ReadGroup(place, group, path);
                break;
            case SectionNode.Named named:
                ReadEach(place, path!, (child, name) => Read(child, named.Each, name));
                break;
            case SectionNode.ByLevel:
                ReadEach(place, path!, ReadLevel);
                break;
        }
    }

    private void ReadGroup(IConfigurationSection place, SectionNode.Group group, string? path)
    {
        ReadEach(place, path, (child, name) =>
        {
            if (group.Options.TryGetValue(child.Key, out var option))
            {
                Read(child, option, name);
            }
            else
            {
                AddUnknown(child, group);
            }
        });
    }

    private void AddUnknown(IConfigurationSection place, SectionNode.Group group)
    {
        // Of more than are told the number is enough.
        var unknown = _options.Notes.Unknown;
        var known = unknown.Count < OptionNotes.MostTold ? NearestName.Find(place.Key, group.Options.Keys) : null;
        unknown.Add(new UnknownName(ShownName.Of(place.Path), known));
    }

    private void ReadEach(IConfigurationSection place, string? path, Action<IConfigurationSection, string> read)
    {
        if (!string.IsNullOrWhiteSpace(place.Value))
        {
            AddMistake(place.Path, "must hold options of its own, not a value.");
        }

        foreach (var child in place.GetChildren())
        {
            read(child, path is null ? child.Key : $"{path}:{child.Key}");
        }
    }

    private void ReadValue(IConfigurationSection place, ValueKind kind, string path)
    {
        if (place.GetChildren().Any())
        {
            AddMistake(place.Path, $"must be {kind.Expected}, not a group or a list.");
        }
        else if (TryNormalize(place.Value, kind, place.Path) is { } text)
        {
            _readable[path] = text;
            _origins.Add(path, place.Path);
        }
    }

    private void ReadList(
        IConfigurationSection place, IEnumerable<(string Key, string Text)> items, ValueKind kind, string path)
    {
        _origins.Add(path, place.Path);
        AddGroupsIn(place, kind);
        var count = 0;
        foreach (var (key, item) in items)
        {
            if (TryNormalize(item, kind, key) is { } text)
            {
                _readable[$"{path}:{count++}"] = text;
                _origins.AddItem(path, key);
            }
        }
    }

    // A list within a list is never one item of it.
    private void AddGroupsIn(IConfigurationSection list, ValueKind kind)
    {
        foreach (var item in list.GetChildren().Where(item => item.GetChildren().Any()))
        {
            AddMistake(item.Path, $"must be {kind.Expected}, not a group or a list.");
        }
    }

    /// <summary>A level's list replaces its default, so that a default can be taken away; the binder would add to
    /// it.</summary>
    private void ReadLevel(IConfigurationSection place, string path)
    {
        if (ValueText.TryLevel(place.Key) is not { } level)
        {
            var hint = NearestName.Hint(place.Key, Enum.GetNames<LogLevel>());
            AddMistake(place.Path, $"is no level{(hint.Length == 0 ? "." : hint)}");
            return;
        }

        AddGroupsIn(place, ValueKind.Words);

        // Null is what a key has that was taken away, an empty text what an empty list is in a file.
        if (place.Value is not null || place.GetChildren().Any(child => child.Value is not null))
        {
            var routes = ItemsOf(place).ToList();
            _options.LevelRoutes[level] = [.. routes.Select(route => route.Text.Trim())];
            _options.Notes.HasSection = true;
            _origins.Add(path, place.Path);
            _origins.ClearItems(path);
            routes.ForEach(route => _origins.AddItem(path, route.Key));
        }
    }

    // A variable such as WebhookAlerts__TrustedHosts=a,b gives a text where a list is meant.
    private static IEnumerable<(string Key, string Text)> ItemsOf(IConfigurationSection place)
        => ValueText.Split(place.Value ?? string.Empty).Select(text => (place.Path, text)).Concat(ChildrenOf(place));

    private static IEnumerable<(string Key, string Text)> TextsOf(IConfigurationSection place)
        => place.Value is { } text ? [(place.Path, text), .. ChildrenOf(place)] : ChildrenOf(place);

    private static IEnumerable<(string Key, string Text)> ChildrenOf(IConfigurationSection place)
        => from item in place.GetChildren()
           where item.Value is not null
           select (item.Path, item.Value);

    private string? TryNormalize(string? value, ValueKind kind, string key)
    {
        var text = kind.IsVerbatim ? value : ValueText.Clean(value);
        if (text is null || (!kind.MayBeEmpty && string.IsNullOrWhiteSpace(text)))
        {
            return null;
        }

        if (kind.Normalize(text) is { } normal)
        {
            return normal;
        }

        AddMistake(key, $"must be {kind.Expected}.");
        return null;
    }

    private void AddMistake(string key, string mistake)
        => _options.Notes.Mistakes.Add($"{ShownName.Of(key)} {mistake}");
}
