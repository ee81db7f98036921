using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds mentions of users in a text: <c>&lt;@id&gt;</c> and <c>&lt;@!id&gt;</c>. Those of roles, channels and
/// emoji name no user.</summary>
internal static class Mentions
{
    private const string Begin = "<@";

    /// <summary>Whether what is written next may be the id of a mention.</summary>
    public static bool IsBegunBy(ReadOnlySpan<char> before)
        => before.EndsWith(Begin, StringComparison.Ordinal) || before.EndsWith("<@!", StringComparison.Ordinal);

    /// <summary>Puts what stands for a user's id in the place of each mention: <c>@…4821</c>, by which the same user
    /// can be told.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">What stands before it: it may have begun a mention.</param>
    /// <param name="isCut">Whether the text's end is missing, and that of an id there.</param>
    /// <param name="userIds">What stands for users' ids.</param>
    /// <returns>The text with what stands for the ids; null when it mentions nobody.</returns>
    public static string? Mask(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut, UserIdMask userIds)
    {
        StringBuilder? masked = null;
        if (IsBegunBy(before) && TryReadId(text, out var id, out var length))
        {
            masked = new StringBuilder().Append(isCut && length == text.Length ? string.Empty : userIds.Apply(id));
            text = text[length..];
        }

        var looked = 0;
        while (text[looked..].IndexOf(Begin, StringComparison.Ordinal) is var found and >= 0)
        {
            var at = looked + found;
            looked = at + Begin.Length;
            looked += text[looked..].StartsWith('!') ? 1 : 0;
            if (TryReadId(text[looked..], out id, out length))
            {
                var end = looked + length;
                masked ??= new StringBuilder(text.Length);
                masked.Append(text[..at]).Append('@');
                masked.Append(isCut && end == text.Length ? string.Empty : userIds.Apply(id));
                text = text[(end == text.Length ? end : end + 1)..];
                looked = 0;
            }
        }

        return masked?.Append(text).ToString();
    }

    /// <summary>Reads an id up to the end of its mention, or of the text: what follows it may end the
    /// mention.</summary>
    private static bool TryReadId(ReadOnlySpan<char> text, out ulong id, out int length)
    {
        length = text.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? text.Length : length;
        return ulong.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out id)
            && (length == text.Length || text[length] == '>');
    }
}
