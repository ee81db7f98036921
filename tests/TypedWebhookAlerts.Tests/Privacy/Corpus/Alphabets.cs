namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>The characters that keys are made of.</summary>
internal static class Alphabets
{
    public const string NonZero = "123456789";
    public const string Digits = "0" + NonZero;
    public const string Lower = "abcdefghijklmnopqrstuvwxyz";
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string Letters = Upper + Lower;
    public const string LettersAndDigits = Letters + Digits;
    public const string Base64 = LettersAndDigits + "+/";

    private static readonly Dictionary<string, string> s_named = new(StringComparer.Ordinal)
    {
        ["hex"] = Digits + "abcdef",
        ["HEX"] = Digits + "ABCDEF",
        ["letters"] = Letters,
        ["lower"] = Lower + Digits,
        ["upper"] = Upper + Digits,
        ["alnum"] = LettersAndDigits,
        ["base32"] = Upper + "234567",
        ["lowbase32"] = Lower + "234567",
        ["base64"] = Base64,
        ["base64url"] = LettersAndDigits + "-_",
        ["azure"] = LettersAndDigits + "_~.-",
        ["crockford"] = Digits + "ABCDEFGHJKMNPQRSTVWXYZ",
    };

    public static string Named(string name) => s_named[name];
}
