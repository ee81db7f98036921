namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>In what surroundings a kind is placed.</summary>
internal enum Needs
{
    /// <summary>In any, also as the value of a name that tells that it is a secret.</summary>
    Nothing,

    /// <summary>In those that do not tell what it is.</summary>
    Neutral,

    /// <summary>In none: the text is whole as it is.</summary>
    ItsOwn,
}
