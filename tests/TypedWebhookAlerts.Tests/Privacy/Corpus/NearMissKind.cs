namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A kind of text that looks like a secret to a careless eye, and is to come out as it was.</summary>
/// <param name="Name">What it is called in figures and failures.</param>
/// <param name="IsPart">Whether it stands in something; otherwise it is a text by itself.</param>
/// <param name="Make">Makes one by chance.</param>
internal sealed record NearMissKind(string Name, bool IsPart, Func<Chance, Fragment> Make)
{
    /// <summary>A value, such as a hash, that stands anywhere.</summary>
    public static NearMissKind Part(string name, params string[] shapes)
        => new(name, true, chance => Fragment.Of(chance.Pick<string>(shapes), chance));

    /// <summary>A text by itself.</summary>
    public static NearMissKind Text(string name, params string[] shapes)
        => new(name, false, chance => Fragment.Of(chance.Pick<string>(shapes), chance));
}
