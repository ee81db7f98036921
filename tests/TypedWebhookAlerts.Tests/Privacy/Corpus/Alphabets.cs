namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>The characters that keys are made of.</summary>
internal static class Alphabets
{
    public const string NonZero = "123456789";
    public const string Digits = "0" + NonZero;
    public const string Hex = Digits + "abcdef";
    public const string Lower = "abcdefghijklmnopqrstuvwxyz";
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string Letters = Upper + Lower;
    public const string LowerAndDigits = Lower + Digits;
    public const string UpperAndDigits = Upper + Digits;
    public const string LettersAndDigits = Letters + Digits;
    public const string Base32 = Upper + "234567";
    public const string Base64 = LettersAndDigits + "+/";
    public const string Base64Url = LettersAndDigits + "-_";
    public const string Crockford = Digits + "ABCDEFGHJKMNPQRSTVWXYZ";
}
