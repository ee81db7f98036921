using System.Buffers;
using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>A kind of secret that is known by how it begins.</summary>
/// <param name="Name">What is shown in its place.</param>
/// <param name="Pattern">What it looks like from its begin on, as far as it takes to tell it. Its length has a bound,
/// so that the work at each place has one.</param>
/// <param name="Rest">The characters that belong to it when they follow.</param>
/// <param name="Prefixes">How it may begin, letter by letter: where none of these stands, the pattern is not
/// asked.</param>
internal sealed record SecretKind(string Name, Regex Pattern, SearchValues<char> Rest, params string[] Prefixes)
{
    /// <summary>Whether it cannot begin within a word: a prefix such as <c>sk-</c> is the end of many.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>Where a secret that begins at a place ends; -1 if none does.</summary>
    public int EndOf(ReadOnlySpan<char> text, int start)
    {
        if (StandsAlone && !Boundary.Precedes(text, start))
        {
            return -1;
        }

        foreach (var match in Pattern.EnumerateMatches(text[start..]))
        {
            return CharKinds.EndOfToken(text, start + match.Length, Rest);
        }

        return -1;
    }
}
