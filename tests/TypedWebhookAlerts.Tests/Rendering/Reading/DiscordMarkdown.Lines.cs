using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>Reads what begins with a line.</summary>
internal sealed partial class DiscordMarkdown
{
    private int ReadLineForm(string text, int at, Surroundings here)
    {
        var length = ReadLine(LineForms.Subtext(), Look.Subtext, text, at, here);
        length = length > 0 || !here.ReadsHeadings ? length : ReadLine(LineForms.Heading(), Look.Heading, text, at, here);
        length = length > 0 || !here.ReadsQuotes ? length : ReadQuote(text, at, here);
        return length > 0 || !here.ReadsLists ? length : ReadListItem(text, at, here);
    }

    private int ReadLine(Regex form, Look look, string text, int at, Surroundings here)
    {
        var line = form.Match(text, at);
        if (line.Success)
        {
            ReadAll(line.Groups[1].Value, here with { Look = here.Look | look, Start = LineStart.Bare });
            EndLine(line, here);
        }

        return line.Length;
    }

    private int ReadQuote(string text, int at, Surroundings here)
    {
        var quote = LineForms.QuoteOfAll().Match(text, at);
        quote = quote.Success ? quote : LineForms.Quote().Match(text, at);
        if (quote.Success)
        {
            var lines = string.Join('\n', quote.Groups[1].Captures.Select(line => line.Value));
            ReadAll(lines, here with { Look = here.Look | Look.Quote, Start = LineStart.Bare });
            EndLine(quote, here);
        }

        return quote.Length;
    }

    private int ReadListItem(string text, int at, Surroundings here)
    {
        var item = LineForms.ListItem().Match(text, at);
        if (item.Success)
        {
            var bullet = item.Groups[1].Value;
            var look = here.Look | Look.ListItem;
            _shown.Add(bullet, look, here.Target);
            var indent = new Regex($"^ {{1,{bullet.Length}}}", RegexOptions.Multiline);
            ReadAll(
                indent.Replace(item.Groups[2].Value, ""),
                here with { Look = look, Start = LineStart.Bare, ListDepth = here.ListDepth + 1 });
            EndLine(item, here);
        }

        return item.Length;
    }

    private void EndLine(Match line, Surroundings here)
        => _shown.Add(line.Value.EndsWith('\n') ? "\n" : "", here.Look, here.Target);
}
