using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Gives an alert as the plain content of a message, for those who turned embeds off.</summary>
internal sealed class DiscordContentFormatter : DiscordFormatter
{
    private const int TitleOverhead = 4;      // **title**
    private const int FieldOverhead = 6;      // **name:** value
    private const int FooterOverhead = 3;     // -# footer
    private const int MaxTimeCodePoints = 18; // <t:253402300799:T>

    /// <summary>No part is shown in less: what does not fit is left out.</summary>
    private const int LeastPart = 8;

    /// <summary>What the application says of itself takes at most one part in so many where others are cut for
    /// it.</summary>
    private const int FooterEndShare = 4;

    private readonly int[] _limitByLevel;
    private bool _showsFooterEnd;
    private bool _showsTime;
    private int _codePoints;

    public DiscordContentFormatter(RenderingOptions options)
        : base(options, isMarkdownThroughout: true)
    {
        _limitByLevel = [.. Enumerable.Range(0, (int)LogLevel.None + 1)
            .Select(level => Limit(options, (LogLevel)level) - DiscordLimits.CounterReserve)];
    }

    protected override int FullDescriptionLimit => _limitByLevel[(int)Heading.Level];

    private bool HasFooterLine => _showsFooterEnd || _showsTime || Others.IndexOf(PartKind.Footer) >= 0;

    protected override RenderedAlert Compose()
    {
        LeaveOutWhatDoesNotFit();
        PartRoom.Divide(Others, Description, DescriptionLimit, DescriptionLimit - Overhead());
        _codePoints = 0;
        AppendTitle();
        if (Description.Count > 0)
        {
            BeginLine();
            _codePoints += AppendDescription();
        }

        AppendFields();
        if (HasFooterLine)
        {
            AppendFooter();
        }

        if (_codePoints == 0)
        {
            Output.Append(Legible.Blank);
            _codePoints = Legible.Blank.Length;
        }

        return new RenderedAlert(Output.ToArray(), Output.Length, _codePoints, isEmbed: false, isCounterAlone: false)
        {
            Room = FullDescriptionLimit - _codePoints,
        };
    }

    /// <summary>The alert's own limit, or what its message's frame leaves of Discord's.</summary>
    private static int Limit(RenderingOptions options, LogLevel level)
        => Math.Min(options.MaxMessageLength, DiscordLimits.Content - options.HeadCodePoints(level));

    // A short limit holds few parts. The least telling go first: the application, the time, the footer, then the fields
    // from the last, then what ends the description.
    private void LeaveOutWhatDoesNotFit()
    {
        _showsFooterEnd = FooterEnd.CodePoints > 0;
        _showsTime = Options.IncludeTimestamps;
        if (FooterEnd.CodePoints > DescriptionLimit / FooterEndShare
            && Overhead() + Need(int.MaxValue) > DescriptionLimit)
        {
            _showsFooterEnd = false;
        }

        var goesOn = true;
        while (goesOn && Overhead() + Need(LeastPart) > DescriptionLimit)
        {
            goesOn = LeaveOutLeastTelling();
        }
    }

    private bool LeaveOutLeastTelling()
    {
        if (_showsFooterEnd || _showsTime)
        {
            _showsTime &= _showsFooterEnd;
            _showsFooterEnd = false;
            return true;
        }

        if (Others.IndexOf(PartKind.Footer) is var footer and >= 0)
        {
            Others.RemoveAt(footer, 1);
            return true;
        }

        if (Others.LastIndexOf(PartKind.FieldName) is var field and >= 0)
        {
            Others.RemoveAt(field, 2);
            FoldedFields++;
            return true;
        }

        var hasMore = Description.Count > 1;
        Description.Truncate(Description.Count - (hasMore ? 1 : 0));
        return hasMore;
    }

    // All that stands between and around the parts, but those of the description.
    private int Overhead()
    {
        var lines = Description.Count > 0 ? 1 : 0;
        var codePoints = FoldedFields > 0 ? FoldedNote.CodePoints(FoldedFields) : 0;
        foreach (ref readonly var part in Others.Parts[1..])
        {
            lines += part.Kind is PartKind.Title or PartKind.FieldName ? 1 : 0;
            codePoints += part.Kind switch
            {
                PartKind.Title => TitleOverhead,
                PartKind.FieldName => FieldOverhead,
                PartKind.FieldValue when part.Context == TextContext.Code => PartRoom.FenceCodePoints,
                _ => 0,
            };
        }

        if (HasFooterLine)
        {
            lines++;
            codePoints += FooterOverhead;
            codePoints += _showsFooterEnd ? FooterEnd.CodePoints + FooterEnd.SeparatorCodePoints : 0;
            codePoints += _showsTime ? MaxTimeCodePoints + FooterEnd.SeparatorCodePoints : 0;
        }

        return codePoints + Math.Max(0, lines - 1);
    }

    private int Need(int most)
    {
        var codePoints = PartRoom.Overhead(Description);
        foreach (ref readonly var part in Description.Parts)
        {
            codePoints += Math.Min(part.Need, most);
        }

        foreach (ref readonly var part in Others.Parts[1..])
        {
            codePoints += Math.Min(part.Need, most);
        }

        return codePoints;
    }

    private void AppendTitle()
    {
        if (Others.IndexOf(PartKind.Title) is var title and >= 0)
        {
            Output.Append("**"u8);
            _codePoints += Append(Others.Parts[title]) + TitleOverhead;
            Output.Append("**"u8);
        }
    }

    private void AppendFields()
    {
        foreach (ref readonly var part in Others.Parts[1..])
        {
            if (part.Kind == PartKind.FieldName)
            {
                BeginLine();
                Output.Append("**"u8);
                _codePoints += Append(part) + FieldOverhead;
                Output.Append(":**"u8);
            }
            else if (part.Kind == PartKind.FieldValue)
            {
                Output.Append(part.Context == TextContext.Code ? "\\n"u8 : " "u8);
                _codePoints += Append(part);
            }
        }

        if (FoldedFields > 0)
        {
            BeginLine();
            _codePoints += FoldedNote.Append(Output, FoldedFields);
        }
    }

    private void AppendFooter()
    {
        BeginLine();
        Output.Append("-# "u8);
        _codePoints += FooterOverhead;
        var isFirst = true;
        if (Others.IndexOf(PartKind.Footer) is var footer and >= 0)
        {
            _codePoints += Append(Others.Parts[footer]);
            isFirst = false;
        }

        if (_showsFooterEnd)
        {
            Separate(ref isFirst);
            Output.Append(FooterEnd.Json);
            _codePoints += FooterEnd.CodePoints;
        }

        if (_showsTime)
        {
            Separate(ref isFirst);
            var before = Output.Length;
            Output.Append("<t:"u8);
            Output.Append(Heading.RaisedAt.ToUnixTimeSeconds());
            Output.Append(":T>"u8);
            _codePoints += Output.Length - before;
        }
    }

    private void Separate(ref bool isFirst)
    {
        if (!isFirst)
        {
            Output.Append(FooterEnd.Separator);
            _codePoints += FooterEnd.SeparatorCodePoints;
        }

        isFirst = false;
    }

    private void BeginLine()
    {
        if (_codePoints > 0)
        {
            Output.Append("\\n"u8);
            _codePoints++;
        }
    }
}
