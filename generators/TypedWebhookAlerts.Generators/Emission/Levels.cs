namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>The names of <c>Microsoft.Extensions.Logging.LogLevel</c>, whose numbers are part of its
/// contract.</summary>
internal static class Levels
{
    private static readonly string[] s_names =
        ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None"];

    public static string? Name(int level) => level >= 0 && level < s_names.Length ? s_names[level] : null;

    public static string Expression(int level)
        => Name(level) is { } name
            ? $"LogLevel.{name}"
            : $"(LogLevel)({Literals.Number(level)})";
}
