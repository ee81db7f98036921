using Microsoft.Extensions.Primitives;

namespace TypedWebhookAlerts;

/// <summary>What was found when options were read: it goes with them, to whoever checks them and to whoever starts
/// by them.</summary>
internal sealed class OptionNotes
{
    /// <summary>So many are told one by one: what goes wrong without end shall not fill a log.</summary>
    public const int MostTold = 20;

    /// <summary>Values that cannot be read, by their keys or variables.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>Where each option comes from.</summary>
    public OptionOrigins Origins { get; } = OptionOrigins.None();

    /// <summary>Names that nobody knows.</summary>
    public List<UnknownName> Unknown { get; } = [];

    /// <summary>Whether the section says anything.</summary>
    public bool HasSection { get; set; }

    /// <summary>Tell whether what was read has changed since: taken before it was read.</summary>
    public List<IChangeToken> Sources { get; } = [];

    /// <summary>Whether what was read has changed since.</summary>
    public bool AreOld => Sources.Exists(source => source.HasChanged);
}
