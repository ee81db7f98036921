using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes text of any kind as the text of a documentation comment.</summary>
internal static class Xml
{
    public static string Escape(string text)
    {
        var xml = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                xml.Append(text, i++, 2);
            }
            else if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                xml.Append(Escape(text[i]));
            }
        }

        return xml.ToString();
    }

    private static string Escape(char character)
        => character switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' => "<br/>",
            _ when char.IsSurrogate(character) => "\uFFFD",
            // XML has no place for them, not even by number.
            _ when char.IsControl(character) || character is '\uFFFE' or '\uFFFF' => " ",
            // What turns the direction of text, or is not seen, must not do so in the source.
            _ when char.GetUnicodeCategory(character) == UnicodeCategory.Format
                => $"&#x{((int)character).ToString("X4", CultureInfo.InvariantCulture)};",
            _ => character.ToString(),
        };
}
