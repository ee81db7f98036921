namespace TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

/// <summary>Flags of a user's, as wide as flags can be.</summary>
[Flags]
public enum Rights : ulong
{
    /// <summary>None.</summary>
    None,

    /// <summary>The lowest bit.</summary>
    Read = 1,

    /// <summary>The highest bit.</summary>
    Own = 1UL << 63,
}
