namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What stands around a secret.</summary>
/// <param name="Shape">The text, with <c>&lt;@&gt;</c> where the secret is and <c>&lt;number&gt;</c> and the like where
/// it varies.</param>
/// <param name="Write">How the secret is written there.</param>
internal sealed record Placement(string Shape, Func<string, string> Write)
{
    /// <summary>Stands in a shape where the secret is.</summary>
    public const string Place = "<@>";

    /// <summary>Nothing around it.</summary>
    public static Placement Alone { get; } = new(Place);

    public Placement(string shape)
        : this(shape, Writing.Plain)
    {
    }

    /// <summary>Whether people would put that there: no lines in the middle of one, no quotes in quotes.</summary>
    public bool Takes(Fragment fragment)
    {
        if (Write != Writing.Plain)
        {
            return true;
        }

        var (before, after) = Around();
        if (fragment.Text.Contains('\n', StringComparison.Ordinal)
            && !((before.Length == 0 || before[^1] == '\n') && (after.Length == 0 || after[0] is '\n' or '\r')))
        {
            return false;
        }

        return before.Length == 0 || before[^1] is not ('"' or '\'' or '`')
            || !fragment.Text.Contains(before[^1], StringComparison.Ordinal);
    }

    /// <summary>Puts a secret there.</summary>
    public CorpusSample Put(string kind, Fragment fragment, Chance chance)
    {
        var (before, after) = Around();
        before = Filling.Of(before, chance);
        after = Filling.Of(after, chance);
        var secrets = fragment.Secrets.Concat(fragment.Secrets.Select(Write)).Distinct(StringComparer.Ordinal);
        return new CorpusSample(kind, before + Write(fragment.Text) + after, [.. secrets])
        {
            Before = fragment.Before,
            IsCut = fragment.IsCut,
            Begin = before,
            End = after,
        };
    }

    private (string Before, string After) Around()
    {
        var at = Shape.IndexOf(Place, StringComparison.Ordinal);
        return (Shape[..at], Shape[(at + Place.Length)..]);
    }
}
