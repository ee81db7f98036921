using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Reads an exception's texts. They may be a user's own code, so each read is guarded.
/// </summary>
internal static class ExceptionText
{
    /// <summary>The most characters of a message: a description holds no more.</summary>
    public const int MaxLength = DiscordLimits.Description;

    private const int MaxTypeDepth = 3;

    public static string Summary(Exception? exception)
    {
        if (exception is null)
        {
            return "(null)";
        }

        var message = Message(exception);
        return string.IsNullOrWhiteSpace(message) ? TypeName(exception) : $"{TypeName(exception)}: {message}";
    }

    /// <summary>The type's name as a developer writes it: arguments in angle brackets, nested types after a
    /// dot.</summary>
    public static string TypeName(Exception exception) => TypeName(exception.GetType(), 0);

    public static string Message(Exception exception) => Cut(Read(exception, static e => e.Message, "message"));

    /// <summary>The stack trace as it is: however long.</summary>
    public static string StackTrace(Exception exception) => Read(exception, static e => e.StackTrace, "stack trace");

    private static string TypeName(Type type, int depth)
    {
        if (!type.IsGenericType)
        {
            return (type.FullName ?? type.Name).Replace('+', '.');
        }

        // The full name of a constructed type carries the assembly-qualified names of its arguments.
        var definition = type.GetGenericTypeDefinition();
        var name = new StringBuilder();
        AppendWithoutArity(name, definition.FullName ?? definition.Name);
        if (depth < MaxTypeDepth)
        {
            var arguments = type.GetGenericArguments().Select(argument => TypeName(argument, depth + 1));
            name.Append('<').AppendJoin(", ", arguments).Append('>');
        }

        return name.ToString();
    }

    private static void AppendWithoutArity(StringBuilder name, ReadOnlySpan<char> fullName)
    {
        var isArity = false;
        foreach (var character in fullName)
        {
            isArity = character == '`' || (isArity && char.IsAsciiDigit(character));
            if (!isArity)
            {
                name.Append(character == '+' ? '.' : character);
            }
        }
    }

    private static string Read(Exception exception, Func<Exception, string?> read, string what)
    {
        try
        {
            return read(exception) ?? string.Empty;
        }
#pragma warning disable CA1031 // whatever a user's override throws, the alert goes out
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return $"(its {what} threw {thrown.GetType().Name})";
        }
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
