using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Analyzers.Formats;

/// <summary>Tells which formats a value's type would refuse at run time.</summary>
/// <remarks>The grammars of .NET 10 are written out here and not asked of the types themselves: analyzers also run on
/// .NET Framework, whose types lack some of the formats and refuse others.</remarks>
internal static class FormatGrammar
{
    /// <summary>Judges a format.</summary>
    /// <returns>What is wrong with it and what to write, or null where it is taken or cannot be judged: a user's own
    /// type has formats of its own.</returns>
    public static string? Problem(CapturedType type, string format)
        => type.Kind switch
        {
            ValueKind.Text or ValueKind.Span => "text is shown as it is and takes no format",
            ValueKind.Bool => "a bool takes no format",
            ValueKind.Char => "a char takes no format",
            ValueKind.UserId => "a user's id is shown as a name to click on and takes no format",
            ValueKind.Uri => "an address is shown as a link and takes no format",
            ValueKind.Exception => "an exception is shown by its type and message and takes no format",
            ValueKind.Enum => IsOneOf("GgFfDdXx", format) ? null : "an enum takes G, F, D or X",
            ValueKind.Number => ProblemOf(type.Name, format),
            _ => null,
        };

    /// <summary>The digits that a format makes a number write at least; 0 where it names none, is refused, or the value
    /// is no number.</summary>
    public static int LeastDigits(CapturedType type, string format)
        => type.Kind == ValueKind.Number && IsQuantity(type.Name) && Problem(type, format) is null
            ? NumberFormats.LeastDigits(format)
            : 0;

    private static string? ProblemOf(string type, string format)
        => type switch
        {
            "global::System.DateTime" => MomentFormats.DateTime(format),
            "global::System.DateTimeOffset" => MomentFormats.DateTimeOffset(format),
            "global::System.DateOnly" => MomentFormats.DateOnly(format),
            "global::System.TimeOnly" => MomentFormats.TimeOnly(format),
            "global::System.TimeSpan" => TimeSpanFormats.Problem(format),
            "global::System.Guid" => IsOneOf("NnDdBbPpXx", format) ? null : "a Guid takes N, D, B, P or X",
            _ => NumberFormats.Problem(type, format),
        };

    // All that is captured raw is written as a number, but for these.
    private static bool IsQuantity(string type)
        => type is not ("global::System.DateTime" or "global::System.DateTimeOffset" or "global::System.DateOnly"
            or "global::System.TimeOnly" or "global::System.TimeSpan" or "global::System.Guid");

    private static bool IsOneOf(string letters, string format)
        => format.Length == 1 && letters.IndexOf(format[0]) >= 0;
}
