using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A text with a secret in it, and with what makes it known as one, such as a header or a scheme.</summary>
/// <param name="Text">The whole, as it is written somewhere.</param>
/// <param name="Secrets">The parts of it of which nothing recognisable may remain; none of a near miss.</param>
internal sealed record Fragment(string Text, params IReadOnlyList<string> Secrets)
{
    /// <summary>What stands before the text where it is shown: a field's name, a literal.</summary>
    public string Before { get; init; } = "";

    /// <summary>Whether capture cut the end off.</summary>
    public bool IsCut { get; init; }

    /// <summary>Makes one of a shape.</summary>
    /// <param name="shape">The text, with <c>‹›</c> around what is secret, and what <see cref="Filling"/> makes by
    /// chance.</param>
    /// <param name="chance">By which.</param>
    public static Fragment Of(string shape, Chance chance)
    {
        var text = new StringBuilder();
        var secrets = new List<string>();
        foreach (var (part, index) in Filling.Of(shape, chance).Split('‹', '›').Select((part, index) => (part, index)))
        {
            text.Append(part);
            if (index % 2 == 1)
            {
                secrets.Add(part);
            }
        }

        return new Fragment(text.ToString(), secrets);
    }
}
