using System.Text;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>
/// Writes an alert's template as logging providers read theirs: the name of a dotted hole, which some take for text,
/// with underscores, and without Discord's timestamp styles, which are no formats of .NET.
/// </summary>
internal static class LogTemplate
{
    public static string NameOf(string parameter) => parameter.Replace('.', '_');

    public static string Of(string template)
    {
        var result = new StringBuilder(template.Length);
        var rest = template.AsSpan();
        while (TryFindHole(rest, out var start, out var end))
        {
            result.Append(rest[..start]);
            AppendHole(result, rest[start..end]);
            rest = rest[end..];
        }

        return result.Append(rest).ToString();
    }

    /// <summary>The template of what an alert says in its fields; an exception is no part of a log entry's
    /// message.</summary>
    public static string OfFields(IEnumerable<AlertParameter> parameters)
    {
        var fields = parameters
            .Where(parameter => (parameter.Role & AlertParameterRole.Field) != 0 && IsText(parameter.Role))
            .Select(parameter => $"{parameter.Name}: {{{NameOf(parameter.Name)}}}")
            .ToList();
        return fields.Count == 0 ? string.Empty : $" ({string.Join(", ", fields)})";
    }

    // One that is classified is no more than what its redactor leaves.
    private static bool IsText(AlertParameterRole role)
        => (role & (AlertParameterRole.Exception | AlertParameterRole.Classified)) != AlertParameterRole.Exception;

    private static bool TryFindHole(ReadOnlySpan<char> text, out int start, out int end)
    {
        for (start = 0; start < text.Length; start++)
        {
            if (text[start] != '{')
            {
                continue;
            }

            if (start + 1 < text.Length && text[start + 1] == '{')
            {
                start++;
                continue;
            }

            end = start + text[start..].IndexOf('}') + 1;
            return end > start;
        }

        end = 0;
        return false;
    }

    private static void AppendHole(StringBuilder result, ReadOnlySpan<char> hole)
    {
        var nameEnd = hole.IndexOfAny(',', ':', '}');
        result.Append(hole[..nameEnd]).Replace('.', '_', result.Length - nameEnd, nameEnd);
        var format = hole[nameEnd..].IndexOf(":<t:", StringComparison.Ordinal);
        result.Append(format < 0 ? hole[nameEnd..] : hole.Slice(nameEnd, format));
        if (format >= 0)
        {
            result.Append('}');
        }
    }
}
