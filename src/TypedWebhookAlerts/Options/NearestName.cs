namespace TypedWebhookAlerts;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestName
{
    /// <summary>A question to end a message with, or nothing where no name is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates)
        => Find(name, candidates) is { } found ? $"; did you mean '{found}'?" : string.Empty;

    /// <summary>The name with the fewest edits, without regard to case, if they are few for its length.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
        => Find(name, candidates, candidate => 1 + (Math.Min(name.Length, candidate.Length) / 3));

    /// <summary>The name with the fewest edits, without regard to case.</summary>
    /// <param name="name">The name that is not known.</param>
    /// <param name="candidates">The names that are.</param>
    /// <param name="mostEdits">How many make another name of it.</param>
    public static string? Find(string name, IEnumerable<string> candidates, Func<string, int> mostEdits)
        => candidates
            // One that is longer by more needs more edits, and a table that grows with both.
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= mostEdits(candidate))
            .Select(candidate => (Name: candidate, Edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Edits <= mostEdits(candidate.Name))
            .OrderBy(candidate => candidate.Edits)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    // Levenshtein's distance, and two neighbours that changed places are one edit: the commonest slip of the hand.
    private static int Edits(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Edits(rows, left, right, i, j);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Edits(int[,] rows, string left, string right, int i, int j)
    {
        var replaced = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        return i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
            ? Math.Min(least, rows[i - 2, j - 2] + 1)
            : least;
    }
}
