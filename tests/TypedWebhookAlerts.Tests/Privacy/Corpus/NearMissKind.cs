namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A kind of text that looks like a secret to a careless eye, and is to come out as it was.</summary>
/// <param name="Name">What it is called in figures and failures.</param>
/// <param name="IsPart">Whether it stands in something; otherwise it is a text by itself.</param>
/// <param name="Make">Makes one by chance.</param>
internal sealed record NearMissKind(string Name, bool IsPart, Func<Chance, Fragment> Make)
{
    /// <summary>A value, such as a hash, that stands anywhere.</summary>
    public static NearMissKind Part(string name, Func<Chance, string> make)
        => new(name, true, chance => new Fragment(make(chance)));

    /// <summary>A text by itself, with <c>&lt;number&gt;</c> and the like where they vary.</summary>
    public static NearMissKind Text(string name, params string[] texts)
        => new(name, false, chance => new Fragment(Words.Fill(chance.Pick<string>(texts), chance)));

    /// <summary>A text by itself.</summary>
    public static NearMissKind Text(string name, Func<Chance, Fragment> make) => new(name, false, make);
}
