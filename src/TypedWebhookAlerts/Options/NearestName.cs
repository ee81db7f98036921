namespace TypedWebhookAlerts;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestName
{
    /// <summary>A question to end a message with, or nothing where no name is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates)
        => Find(name, candidates) is { } found ? $"; did you mean '{found}'?" : string.Empty;

    /// <summary>The name with the fewest edits, without regard to case, if they are few for its length.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
        => candidates
            .Select(candidate => (Name: candidate, Edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Edits <= 1 + (Math.Min(name.Length, candidate.Name.Length) / 3))
            .OrderBy(candidate => candidate.Edits)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    // Levenshtein's distance, one row at a time.
    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
