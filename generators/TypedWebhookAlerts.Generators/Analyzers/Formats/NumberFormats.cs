namespace TypedWebhookAlerts.Generators.Analyzers.Formats;

/// <summary>The formats of numbers: a letter and a precision, or a custom format, which may be anything.</summary>
internal static class NumberFormats
{
    // Letters whose precision is not the number of digits that are written.
    private const string NotWritten = "GR";

    private const string Integral = "BCDEFGNPRX";
    private const string Fractional = "CEFGNPR";

    // .NET's own limit, beyond which it refuses the format.
    private const int MaxPrecision = 999_999_999;

    public static string? Problem(string type, string format)
    {
        if (LetterOf(format) is not { } letter)
        {
            return null;
        }

        if (PrecisionOf(format) is null)
        {
            return "a precision is at most 999,999,999";
        }

        var (kind, letters) = type switch
        {
            "float" or "double" or "decimal" or "global::System.Half" => ("a fraction", Fractional),
            _ => ("an integer", Integral),
        };
        return letters.IndexOf(char.ToUpperInvariant(letter)) >= 0
            ? null
            : $"{kind} takes {List(letters)}, or a custom format such as '0.00'";
    }

    /// <summary>The digits that a format writes at least; 0 where it names none.</summary>
    public static int LeastDigits(string format)
        => LetterOf(format) is { } letter && NotWritten.IndexOf(char.ToUpperInvariant(letter)) < 0
            ? PrecisionOf(format) ?? 0
            : 0;

    // A letter, then digits to the end or to a NUL, which .NET takes for the end; anything else is a custom format.
    private static char? LetterOf(string format)
    {
        if (format.Length == 0 || !IsLetter(format[0]))
        {
            return null;
        }

        var end = EndOfDigits(format);
        return end == format.Length || format[end] == '\0' || PrecisionOf(format) is null ? format[0] : null;
    }

    private static int? PrecisionOf(string format)
    {
        var precision = 0L;
        for (var i = 1; i < EndOfDigits(format); i++)
        {
            precision = (precision * 10) + (format[i] - '0');
            if (precision > MaxPrecision)
            {
                return null;
            }
        }

        return (int)precision;
    }

    private static int EndOfDigits(string format)
    {
        var end = 1;
        while (end < format.Length && format[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end;
    }

    private static bool IsLetter(char character) => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static string List(string letters)
        => string.Join(", ", letters.Take(letters.Length - 1)) + " or " + letters[letters.Length - 1];
}
