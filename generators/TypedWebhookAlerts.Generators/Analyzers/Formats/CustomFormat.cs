namespace TypedWebhookAlerts.Generators.Analyzers.Formats;

/// <summary>A custom format of dates and times, read token by token as .NET reads it.</summary>
/// <param name="format">The format.</param>
/// <param name="longestRun">How often a letter may be repeated; 0 for a letter that means nothing and is refused.
/// </param>
internal sealed class CustomFormat(string format, Func<char, int> longestRun)
{
    /// <summary>The longest run of a letter that may be repeated at will, or that stands for itself.</summary>
    public const int Any = int.MaxValue;

    private const string AloneAtTheEnd =
        "'\\' stands before a character that is meant as it is, and here it is the last";

    private int _position;

    /// <summary>What is wrong with the format, or null.</summary>
    public string? Problem()
    {
        string? problem = null;
        while (_position < format.Length && problem is null)
        {
            problem = ReadToken();
        }

        return problem;
    }

    private string? ReadToken()
    {
        var character = format[_position++];
        return character switch
        {
            '\'' or '"' => SkipQuotation(character),
            '\\' => _position++ < format.Length ? null : AloneAtTheEnd,
            '%' => ReadSingle(),
            _ => SkipRun(character),
        };
    }

    private string? SkipQuotation(char quote)
    {
        while (_position < format.Length)
        {
            var character = format[_position++];
            if (character == quote)
            {
                return null;
            }

            if (character == '\\' && _position++ >= format.Length)
            {
                return AloneAtTheEnd;
            }
        }

        return $"the quotation that begins with {quote} is not closed";
    }

    // "%d": the one character behind it is a custom format of its own.
    private string? ReadSingle()
        => _position < format.Length && format[_position] != '%'
            ? new CustomFormat(format[_position++].ToString(), longestRun).Problem()
            : "'%' stands before one letter of the format";

    private string? SkipRun(char character)
    {
        var start = _position - 1;
        var longest = longestRun(character);
        if (longest == 0)
        {
            return $"'{character}' means nothing; write '\\{character}' where it is meant as it is";
        }

        while (longest != Any && _position < format.Length && format[_position] == character)
        {
            _position++;
        }

        return _position - start <= longest ? null : $"'{character}' may be repeated {longest} times at most";
    }
}
