using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes text as C# literals. What could hide in a line (controls, marks that turn the direction of text,
/// lone surrogates) is written as its number.</summary>
internal static class Literals
{
    public static string Text(string text) => Quote(text, isUtf8: false);

    public static string TextOrNull(string? text) => text is null ? "null" : Text(text);

    /// <summary>A literal of UTF-8 bytes. They cannot hold a lone surrogate (CS9026): it becomes U+FFFD.</summary>
    public static string Utf8(string text) => Quote(text, isUtf8: true) + "u8";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string text, bool isUtf8)
    {
        var literal = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                literal.Append(text, i++, 2);
            }
            else
            {
                literal.Append(Escape(isUtf8 && char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]));
            }
        }

        return literal.Append('"').ToString();
    }

    private static string Escape(char character)
        => character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ when IsVisible(character) => character.ToString(),
            _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
        };

    private static bool IsVisible(char character)
        => character == ' '
            || char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator);
}
