namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A kind of secret.</summary>
/// <param name="Name">What it is called in figures and failures.</param>
/// <param name="Needs">How much of its surroundings it brings.</param>
/// <param name="Make">Makes one by chance, in the true alphabet and length of its kind.</param>
internal sealed record SecretKind(string Name, Needs Needs, Func<Chance, Fragment> Make)
{
    /// <summary>A key that tells by itself what it is, wherever it stands.</summary>
    public static SecretKind Token(string name, Func<Chance, string> make)
        => new(name, Needs.Nothing, chance => Fragment.Whole(make(chance)));

    /// <summary>A key with what makes it known: a header, a URL, a name and its value.</summary>
    public static SecretKind Part(string name, Func<Chance, Fragment> make) => new(name, Needs.Neutral, make);

    /// <summary>A text that is whole as it is.</summary>
    public static SecretKind Text(string name, Func<Chance, Fragment> make) => new(name, Needs.ItsOwn, make);
}
