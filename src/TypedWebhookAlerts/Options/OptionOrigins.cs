namespace TypedWebhookAlerts;

/// <summary>Where options come from, so that a mistake names what somebody typed: the full key of a configuration, or a
/// variable. What code has set is named by the option alone.</summary>
internal sealed class OptionOrigins
{
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _items = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string> _beforeCode = [];
    private string? _section;

    // The binder's generator makes what it can make, and these come from no configuration.
    private OptionOrigins()
    {
    }

    /// <summary>Those of options that are not read yet.</summary>
    public static OptionOrigins None() => new();

    /// <summary>A section is read from now on.</summary>
    /// <param name="path">Its full path: what nobody typed is named by it, too, as it would have to be typed.</param>
    public void AddSection(string path) => _section ??= path;

    /// <summary>An option was set.</summary>
    /// <param name="option">Its path, without the section's.</param>
    /// <param name="name">The key or the variable that has its value.</param>
    public void Add(string option, string name) => _names[ShownName.Of(option)] = ShownName.Of(name);

    /// <summary>An item was added to a list. Its place there need not be the one in its key: what is empty is left
    /// out.</summary>
    /// <param name="list">The list's path, without the section's.</param>
    /// <param name="name">The key or the variable that has the item.</param>
    public void AddItem(string list, string name)
    {
        var index = _items.GetValueOrDefault(list);
        _items[list] = index + 1;
        Add($"{list}:{index}", name);
    }

    /// <summary>A list was emptied: others fill it.</summary>
    public void ClearItems(string list) => _items.Remove(list);

    /// <summary>Section and variables are read, and what comes now is code.</summary>
    /// <param name="mistakes">What is wrong until now, each beginning with the option's path.</param>
    public void Close(IEnumerable<string> mistakes) => _beforeCode = [.. mistakes];

    /// <summary>Names a mistake by where it comes from.</summary>
    /// <param name="mistake">It begins with the option's path.</param>
    public string Name(string mistake)
    {
        if (!_beforeCode.Contains(mistake))
        {
            return mistake;
        }

        // A name of the user's may have spaces.
        for (var end = mistake.LastIndexOf(' '); end > 0; end = mistake.LastIndexOf(' ', end - 1))
        {
            if (_names.TryGetValue(mistake[..end], out var name))
            {
                return name + WithoutVariable(
                    mistake[end..], isAfterVariable: !name.Contains(':', StringComparison.Ordinal));
            }
        }

        return _section is null ? mistake : $"{_section}:{mistake}";
    }

    /// <summary>What follows the name of a variable does not name it again.</summary>
    private static string WithoutVariable(string rest, bool isAfterVariable)
        => isAfterVariable && rest.StartsWith(" (or ", StringComparison.Ordinal)
            ? rest[(rest.IndexOf(')') + 1)..]
            : rest;
}
