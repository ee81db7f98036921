namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A secret with what makes it known as one, such as a header or the scheme of its URL.</summary>
/// <param name="Text">The whole, as it is written somewhere.</param>
/// <param name="Secrets">The parts of it of which nothing recognisable may remain.</param>
internal sealed record Fragment(string Text, params IReadOnlyList<string> Secrets)
{
    /// <summary>What stands before the text where it is shown: a field's name, a literal.</summary>
    public string Before { get; init; } = "";

    /// <summary>Whether capture cut the end off.</summary>
    public bool IsCut { get; init; }

    /// <summary>A text that is the secret.</summary>
    public static Fragment Whole(string secret) => new(secret, secret);

    /// <summary>A secret with what makes it known around it.</summary>
    /// <param name="shape">The text, with <c>&lt;@&gt;</c> where the secret is.</param>
    /// <param name="secret">The secret.</param>
    public static Fragment In(string shape, string secret)
        => new(shape.Replace(Placement.Place, secret, StringComparison.Ordinal), secret);
}
