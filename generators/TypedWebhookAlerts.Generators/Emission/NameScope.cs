using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Gives out names that are not yet taken.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameScope(IEnumerable<string> taken) => _taken.UnionWith(taken);

    /// <summary>Takes a name, with a number behind it where the plain one is taken.</summary>
    /// <returns>The name as an identifier.</returns>
    public string Take(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return SourceNames.Identifier(free);
    }
}
