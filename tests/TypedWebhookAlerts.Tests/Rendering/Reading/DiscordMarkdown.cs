using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>
/// Reads a text as Discord's clients do, and tells what a reader sees. It judges the library's escaping and shares
/// nothing with it. Where accounts of Discord differ, it takes the reading that gives a text more meaning.
/// </summary>
internal sealed partial class DiscordMarkdown
{
    private static readonly Surroundings s_all = new(Look.Plain, LineStart.Bare) { ReadsAll = true };
    private static readonly Surroundings s_inline = new(Look.Plain, LineStart.Taken);

    private readonly ShownText _shown = new();

    private DiscordMarkdown()
    {
    }

    /// <summary>Reads a content, a description or a field's value.</summary>
    public static IReadOnlyList<ShownRun> Read(string text) => Read(text, s_all);

    /// <summary>Reads a title or a field's name, where there are styles and no more.</summary>
    public static IReadOnlyList<ShownRun> ReadInline(string text) => Read(text, s_inline);

    /// <summary>The first piece that is not just text; null if all of it is.</summary>
    public static string? FindMark(string text)
        => Read(text).Where(run => run.Look != Look.Plain).Select(run => $"{run.Look}: {run.Text}").FirstOrDefault();

    private static IReadOnlyList<ShownRun> Read(string text, Surroundings surroundings)
    {
        var reading = new DiscordMarkdown();
        reading.ReadAll(text.Trim(), surroundings);
        return reading._shown.Finish();
    }

    private void ReadAll(string text, Surroundings here)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = ReadForm(text, i, here);
            if (length == 0)
            {
                _shown.Add(text.AsSpan(i, 1), here.Look, here.Target);
                length = 1;
            }

            i += length;
        }
    }

    /// <summary>Reads the form that begins here.</summary>
    /// <returns>The characters that it took; 0 if there is none.</returns>
    private int ReadForm(string text, int at, Surroundings here)
    {
        if (IsOrdinary(text, at))
        {
            return 0;
        }

        var readsAll = here.ReadsAll && !here.IsLabel;
        var length = here.IsLabel ? 0 : ReadEscape(text, at, here);
        length = length > 0 || !readsAll || !IsAtLineStart(text, at, here) ? length : ReadLineForm(text, at, here);
        length = length > 0 || here.IsLabel ? length : ReadFence(text, at, here);
        length = length > 0 ? length : ReadStyle(text, at, here);
        length = length > 0 ? length : ReadCode(text, at, here);
        length = length > 0 ? length : ReadMark(text, at, here, InlineForms.StyledMarks);
        length = length > 0 || !readsAll ? length : ReadMark(text, at, here, InlineForms.Marks);
        return length > 0 || !readsAll ? length : ReadLink(text, at, here);
    }

    // Only for speed: no form begins so.
    private static bool IsOrdinary(string text, int at)
        => text[at] switch
        {
            ' ' or '\n' => true,
            >= '0' and <= '9' => false,
            'h' or 'H' or 's' or 'S' or 'd' or 'D' => false,
            var other => char.IsLetter(other) || other > 0x7F,
        };

    private static bool IsAtLineStart(string text, int at, Surroundings here)
    {
        var before = text.AsSpan(0, at).TrimEnd(' ');
        return before.IsEmpty ? here.Start == LineStart.Bare : before[^1] == '\n';
    }

    private static Surroundings Inside(string text, int at, Surroundings here, Look look)
        => here with
        {
            Look = here.Look | look,
            Start = IsAtLineStart(text, at, here) ? LineStart.Bare : LineStart.Taken,
        };

    private int ReadEscape(string text, int at, Surroundings here)
    {
        var escape = InlineForms.Escape().Match(text, at);
        if (escape.Success)
        {
            // Half of a surrogate pair is escaped with its other half.
            _shown.Add(escape.Groups[1].Value, here.Look, here.Target);
        }

        return escape.Length;
    }

    private int ReadStyle(string text, int at, Surroundings here)
    {
        var (best, look) = (Match.Empty, Look.Plain);
        foreach (var (form, itsLook) in InlineForms.Styles)
        {
            if (form.Match(text, at) is { Success: true } match && match.Length > best.Length)
            {
                (best, look) = (match, itsLook);
            }
        }

        if (best.Success && best.Length > 0)
        {
            ReadAll(best.Groups[1].Value, Inside(text, at, here, look));
        }

        return best.Length;
    }

    private int ReadFence(string text, int at, Surroundings here)
    {
        var fence = InlineForms.Fence().Match(text, at);
        if (fence.Success)
        {
            var language = fence.Groups[1].Length > 0 ? fence.Groups[1].Value : here.Target;
            _shown.Add(fence.Groups[2].Value.Trim('\n'), here.Look | Look.CodeBlock, language);
        }

        return fence.Length;
    }

    private int ReadCode(string text, int at, Surroundings here)
    {
        var code = InlineForms.Code().Match(text, at);
        if (code.Success)
        {
            _shown.Add(code.Groups[2].Value, here.Look | Look.InlineCode, here.Target);
        }

        return code.Length;
    }

    private int ReadMark(string text, int at, Surroundings here, Regex[] marks)
    {
        foreach (var form in marks)
        {
            if (form.Match(text, at) is { Success: true } mark)
            {
                _shown.Add(mark.Value, here.Look | Look.Mark, here.Target);
                return mark.Length;
            }
        }

        return 0;
    }

    private int ReadLink(string text, int at, Surroundings here)
    {
        if (InlineForms.BareLink().Match(text, at) is { Success: true } bare)
        {
            var address = WithoutUnmatchedEnd(bare.Value);
            _shown.Add(address, here.Look | Look.Link, address);
            return address.Length;
        }

        if (InlineForms.AngleLink().Match(text, at) is { Success: true } angle)
        {
            _shown.Add(angle.Groups[1].Value, here.Look | Look.Link, angle.Groups[1].Value);
            return angle.Length;
        }

        var masked = InlineForms.MaskedLink().Match(text, at);
        return masked.Success ? ReadMaskedLink(masked, here) : 0;
    }

    // Only what stands at the end is counted.
    private static string WithoutUnmatchedEnd(string address)
        => address.Length - address.TrimEnd(')').Length > address.Count(c => c == '(') ? address[..^1] : address;

    private int ReadMaskedLink(Match link, Surroundings here)
    {
        var target = Unescaped().Replace(link.Groups[3].Value, "$1");
        var label = link.Groups[1].Value;
        if (!Address().IsMatch(target) || string.IsNullOrWhiteSpace(label) || IsRefused(label))
        {
            _shown.Add(link.Value, here.Look | Look.RefusedLink, here.Target);
            return link.Length;
        }

        ReadAll(label, new Surroundings(here.Look | Look.Link, LineStart.Taken) { IsLabel = true, Target = target });
        return link.Length;
    }

    // A label that itself would lead somewhere makes all of it text.
    private static bool IsRefused(string label)
        => Read(label, s_all).Any(run => (run.Look & (Look.Link | Look.Mark)) != 0);

    [GeneratedRegex(@"\\([^a-zA-Z0-9\s])")]
    private static partial Regex Unescaped();

    [GeneratedRegex(@"\A(?:https?:|discord:)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
