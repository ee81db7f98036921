using System.Text;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Turns a parameter's name into words: <c>invokedBy</c> becomes "Invoked by", <c>userID</c> "User
/// ID".</summary>
internal static class HumanName
{
    public static string Of(string name)
    {
        var words = new StringBuilder();
        foreach (var word in Words(name))
        {
            words.Append(words.Length == 0 ? Capitalize(word) : " " + Lower(word));
        }

        return words.Length == 0 ? name : words.ToString();
    }

    /// <summary>The words of a name as they are written in it: <c>api_key2</c> has <c>api</c> and
    /// <c>key2</c>.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || IsBoundary(name, i))
            {
                var word = name.Substring(start, i - start).Trim('_');
                start = i;
                if (word.Length > 0)
                {
                    yield return word;
                }
            }
        }
    }

    private static bool IsBoundary(string name, int index)
    {
        if (name[index] == '_')
        {
            return true;
        }

        if (!char.IsUpper(name[index]))
        {
            return false;
        }

        // "userID" breaks before the acronym, "HTTPStatus" before the word that follows it.
        var startsWord = index + 1 < name.Length && char.IsLower(name[index + 1]);
        return !char.IsUpper(name[index - 1]) || startsWord;
    }

    private static bool IsAcronym(string word)
        => word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c));

    private static string Lower(string word) => IsAcronym(word) ? word : word.ToLowerInvariant();

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
