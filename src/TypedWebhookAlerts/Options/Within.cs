namespace TypedWebhookAlerts;

/// <summary>The commonest rule of an option.</summary>
internal static class Within
{
    /// <summary>Says that an option is out of its range.</summary>
    /// <returns>Null if it is not.</returns>
    public static string? Range<T>(string option, T value, T least, T most)
        where T : IComparable<T>
        => value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? FormattableString.Invariant($"{option} must be from {least} to {most}.")
            : null;
}
