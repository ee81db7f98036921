using System.Text;
using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>Tells a text's code from the rest of it, roughly. What Discord makes of all of it, the folder Reading
/// tells.</summary>
internal static partial class DiscordReader
{
    /// <summary>What Discord looks through for marks: the text without its code, and with a letter for each escaped
    /// character.</summary>
    public static string WithoutCodeAndEscapes(string text)
    {
        var rest = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var run = RunAt(text, i);
            var end = run == 0 ? -1 : EndOfCode(text, i + run, run);
            if (end >= 0)
            {
                rest.Append('x');
                i = end;
            }
            else if (text[i] == '\\' && Escaped().Match(text, i) is { Success: true } escaped && escaped.Index == i)
            {
                rest.Append('x');
                i += escaped.Length;
            }
            else
            {
                var length = Math.Max(1, run);
                rest.Append(text, i, length);
                i += length;
            }
        }

        return rest.ToString();
    }

    /// <summary>Whether all code blocks of a text are ended.</summary>
    public static bool AreFencesClosed(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var run = RunAt(text, i);
            if (run == 0)
            {
                i += text[i] == '\\' ? 2 : 1;
                continue;
            }

            var end = EndOfCode(text, i + run, run);
            if (end < 0 && run >= 3)
            {
                return false;
            }

            // Inline code that never ends is only a backtick.
            i = end < 0 ? i + run : end;
        }

        return true;
    }

    private static int EndOfCode(string text, int start, int opened)
    {
        for (var i = start; i < text.Length; i++)
        {
            var run = RunAt(text, i);
            if (run > 0 && (opened >= 3 ? run >= 3 : run == opened))
            {
                // Three end a block, and a fourth is already behind it.
                return i + Math.Min(run, 3);
            }

            i += Math.Max(0, run - 1);
        }

        return -1;
    }

    private static int RunAt(string text, int index) => text.AsSpan(index).IndexOfAnyExcept('`') is var run and >= 0
        ? run
        : text.Length - index;

    [GeneratedRegex(@"\\([^0-9A-Za-z\s])")]
    private static partial Regex Escaped();
}
