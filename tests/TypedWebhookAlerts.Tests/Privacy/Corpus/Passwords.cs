namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Passwords as people and generators make them.</summary>
internal static class Passwords
{
    private static readonly string[] s_stems = ["Winter", "Dragon", "Hunter", "Shadow", "Falcon", "Monday", "Coffee"];

    /// <summary>One without white space and quotes.</summary>
    public static string Any(Chance chance) => chance.Between(0, 4) switch
    {
        0 => chance.Text(Alphabets.LettersAndDigits, chance.Between(12, 33)),
        1 => chance.Text(Alphabets.Letters, 8) + chance.Pick("!", "$", "#", "_", "-", "%", "*")
            + chance.Text(Alphabets.LettersAndDigits, 8),
        2 => chance.Pick<string>(s_stems) + chance.Digits(4) + chance.Pick("!", "$", "#", "?", ""),
        _ => chance.Text(Alphabets.Named("lower"), 10) + chance.Digits(3) + chance.Text(Alphabets.Upper, 3),
    };

    /// <summary>One as it is written in a URL.</summary>
    public static string InUrl(Chance chance)
        => chance.Between(0, 3) == 0 ? chance.Text(Alphabets.LettersAndDigits, 6) + "%40"
            + chance.Text(Alphabets.LettersAndDigits, 6)
            : Any(chance).Replace("#", "-", StringComparison.Ordinal).Replace("?", "!", StringComparison.Ordinal)
                .Replace("%", "~", StringComparison.Ordinal);

    /// <summary>What a program made by chance, for another program.</summary>
    public static string Generated(Chance chance) => chance.Between(0, 5) switch
    {
        0 => chance.Text(Alphabets.Named("hex"), 32),
        1 => Convert.ToBase64String(chance.Bytes(24)),
        2 => chance.Text(Alphabets.Named("base64url"), 43),
        3 => chance.Text(Alphabets.LettersAndDigits, chance.Between(20, 41)),
        _ => chance.Text(Alphabets.Named("hex"), 64),
    };
}
