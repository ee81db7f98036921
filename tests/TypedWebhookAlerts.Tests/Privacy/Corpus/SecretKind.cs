namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A kind of secret.</summary>
/// <param name="Name">What it is called in figures and failures.</param>
/// <param name="Needs">In what surroundings it is placed.</param>
/// <param name="Make">Makes one by chance, in the true alphabet and length of its kind.</param>
internal sealed record SecretKind(string Name, Needs Needs, Func<Chance, Fragment> Make)
{
    /// <summary>A key that tells by itself what it is, wherever it stands.</summary>
    public static SecretKind Token(string name, params string[] shapes)
        => new(name, Needs.Nothing, chance => Fragment.Of($"‹{chance.Pick<string>(shapes)}›", chance));

    /// <summary>A secret with what makes it known: a header, a URL, a name and its value.</summary>
    public static SecretKind Part(string name, params string[] shapes)
        => new(name, Needs.Neutral, chance => Fragment.Of(chance.Pick<string>(shapes), chance));

    /// <summary>A text that is whole as it is.</summary>
    public static SecretKind Text(string name, params string[] shapes)
        => new(name, Needs.ItsOwn, chance => Fragment.Of(chance.Pick<string>(shapes), chance));
}
