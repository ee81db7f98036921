namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>
/// Texts with secrets in them, and texts that only look so: made by chance from a seed when they are asked for, for no
/// file may hold what looks like a live secret.
/// </summary>
internal static class ScrubberCorpus
{
    private static readonly Placement[] s_anywhere = [.. Placements.Neutral, .. Placements.Telling];

    /// <summary>The kinds of secrets.</summary>
    public static IReadOnlyList<SecretKind> SecretKinds { get; } =
    [
        .. DiscordSecrets.All, .. ForgeSecrets.All, .. CloudSecrets.All, .. ServiceSecrets.All, .. JwtSecrets.All,
            .. PemSecrets.All,
        .. HeaderSecrets.All, .. UrlSecrets.All, .. ConnectionStringSecrets.All, .. NamedSecrets.All,
            .. ListedSecrets.All, .. CommandSecrets.All, .. HashSecrets.All, .. DisguisedSecrets.All, .. CutSecrets.All,
    ];

    /// <summary>The kinds of what looks like a secret and is none.</summary>
    public static IReadOnlyList<NearMissKind> NearMissKinds { get; } =
    [
        .. IdNearMisses.All, .. PlaceNearMisses.All, .. CodeNearMisses.All, .. WordNearMisses.All,
        .. ShapeNearMisses.All,
    ];

    /// <summary>The texts that hold secrets.</summary>
    /// <param name="seed">What they follow from.</param>
    /// <param name="variants">So many of each kind.</param>
    public static IEnumerable<CorpusSample> Secrets(ulong seed, int variants)
        => SecretKinds.SelectMany(kind => Place(kind.Name, kind.Make, Surroundings(kind.Needs), seed, variants));

    /// <summary>The texts that hold none.</summary>
    /// <param name="seed">What they follow from.</param>
    /// <param name="variants">So many of each kind.</param>
    public static IEnumerable<CorpusSample> NearMisses(ulong seed, int variants) => NearMissKinds.SelectMany(
        kind => Place(kind.Name, kind.Make, kind.IsPart ? Placements.Neutral : [], seed, variants));

    /// <summary>Texts that say nothing of the key in them: whatever finds it takes the key and no more.</summary>
    public static IEnumerable<CorpusSample> Tokens(ulong seed, int variants)
        => SecretKinds.Where(kind => kind.Needs == Needs.Nothing)
            .SelectMany(kind => Place(kind.Name, kind.Make, Placements.Neutral, seed, variants));

    private static IReadOnlyList<Placement> Surroundings(Needs needs) => needs switch
    {
        Needs.Nothing => s_anywhere,
        Needs.Neutral => Placements.Neutral,
        _ => [],
    };

    // Every variant in other surroundings, as long as there are some.
    private static IEnumerable<CorpusSample> Place(
        string kind, Func<Chance, Fragment> make, IReadOnlyList<Placement> surroundings, ulong seed, int variants)
    {
        var chance = Chance.Of(seed, kind);
        var order = new Queue<Placement>(chance.Shuffled(surroundings));
        for (var variant = 0; variant < variants; variant++)
        {
            var fragment = make(chance);
            yield return Next(order, fragment).Put(kind, fragment, chance);
        }
    }

    private static Placement Next(Queue<Placement> order, Fragment fragment)
    {
        for (var tried = 0; tried < order.Count; tried++)
        {
            var placement = order.Dequeue();
            order.Enqueue(placement);
            if (placement.Takes(fragment))
            {
                return placement;
            }
        }

        return Placement.Alone;
    }
}
