using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Gives an alert as one of Discord's embeds.</summary>
internal sealed class DiscordEmbedFormatter : DiscordFormatter
{
    private const int MaxColor = 0xFFFFFF;

    public DiscordEmbedFormatter(RenderingOptions options)
        : base(options, isMarkdownThroughout: false)
    {
        FullDescriptionLimit =
            Math.Min(DiscordLimits.Description, options.MaxMessageLength) - DiscordLimits.CounterReserve;
    }

    protected override int FullDescriptionLimit { get; }

    protected override RenderedAlert Compose()
    {
        var room = DiscordLimits.EmbedTotal - DiscordLimits.CounterReserve - Reserve - Overhead();
        PartRoom.Divide(Others, Description, DescriptionLimit, room);
        Output.Append("{"u8);
        var codePoints = AppendTitle();
        var counterOffset = Output.Length;
        var description = AppendDescriptionProperty();
        if (description > 0)
        {
            counterOffset = Output.Length - "\","u8.Length;
        }

        var colorOffset = AppendColorAndTime();
        codePoints += description + AppendFields() + AppendFooter();
        Output.Append("}"u8);
        return new RenderedAlert(
            Output.ToArray(), counterOffset, codePoints, isEmbed: true, isCounterAlone: description == 0)
        {
            Room = Math.Min(
                FullDescriptionLimit - description,
                DiscordLimits.EmbedTotal - DiscordLimits.CounterReserve - codePoints),
            ColorOffset = colorOffset,
        };
    }

    private int Overhead()
    {
        var codePoints = FooterEnd.CodePoints + FooterEnd.SeparatorCodePoints;
        ref var lastValue = ref Others.Parts[0];
        foreach (ref var part in Others.Parts[1..])
        {
            if (part.Kind == PartKind.FieldValue)
            {
                lastValue = ref part;
                codePoints += part.Context == TextContext.Code ? PartRoom.FenceCodePoints : 0;
            }
            else if (part.Kind == PartKind.Footer)
            {
                MakeRoom(ref part, DiscordLimits.Footer - FooterEnd.CodePoints - FooterEnd.SeparatorCodePoints);
            }
        }

        if (FoldedFields > 0)
        {
            // The last field that Discord takes says how many it did not.
            var note = FoldedNote.CodePoints(FoldedFields);
            MakeRoom(ref lastValue, lastValue.Limit - note);
            codePoints += note;
        }

        return codePoints;
    }

    private static void MakeRoom(ref AlertPart part, int limit)
    {
        part.IsCut |= part.CodePoints > limit;
        part.Limit = limit;
    }

    private int AppendTitle()
    {
        var title = Others.IndexOf(PartKind.Title);
        if (title < 0)
        {
            return 0;
        }

        Output.Append("\"title\":\""u8);
        var codePoints = Append(Others.Parts[title]);
        Output.Append("\","u8);
        return codePoints;
    }

    private int AppendDescriptionProperty()
    {
        // Discord refuses an embed without any text.
        var isEmpty = Description.Count == 0 && Others.Count == 1 && FooterEnd.CodePoints == 0;
        if (Description.Count == 0 && !isEmpty)
        {
            return 0;
        }

        Output.Append("\"description\":\""u8);
        var codePoints = isEmpty ? Legible.Blank.Length : AppendDescription();
        Output.Append(isEmpty ? Legible.Blank : default);
        Output.Append("\","u8);
        return codePoints;
    }

    /// <summary>Appends the colour and when the alert was raised.</summary>
    /// <returns>Where the colour's digits begin.</returns>
    private int AppendColorAndTime()
    {
        Output.Append("\"color\":"u8);
        var colorOffset = Output.Length;
        Output.Append(Heading.Color is >= 0 and <= MaxColor ? Heading.Color : ColorOf(Heading.Level));
        if (!Options.IncludeTimestamps)
        {
            return colorOffset;
        }

        Span<byte> time = stackalloc byte[32];
        _ = Heading.RaisedAt.UtcDateTime.TryFormat(
            time, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        Output.Append(",\"timestamp\":\""u8);
        Output.Append(time[..length]);
        Output.Append("\""u8);
        return colorOffset;
    }

    private int AppendFields()
    {
        var codePoints = 0;
        var count = 0;
        foreach (ref readonly var part in Others.Parts[1..])
        {
            if (part.Kind == PartKind.FieldName)
            {
                Output.Append(count++ == 0 ? ",\"fields\":[{\"name\":\""u8 : ",{\"name\":\""u8);
                codePoints += Append(part);
            }
            else if (part.Kind == PartKind.FieldValue)
            {
                Output.Append("\",\"value\":\""u8);
                codePoints += Append(part);
                if (count == DiscordLimits.Fields && FoldedFields > 0)
                {
                    Output.Append("\\n"u8);
                    codePoints += 1 + FoldedNote.Append(Output, FoldedFields);
                }

                Output.Append(part.IsInline ? "\",\"inline\":true}"u8 : "\"}"u8);
            }
        }

        Output.Append(count > 0 ? "]"u8 : default);
        return codePoints;
    }

    private int AppendFooter()
    {
        var footer = Others.IndexOf(PartKind.Footer);
        if (footer < 0 && FooterEnd.CodePoints == 0)
        {
            return 0;
        }

        Output.Append(",\"footer\":{\"text\":\""u8);
        var codePoints = footer >= 0 ? Append(Others.Parts[footer]) : 0;
        if (FooterEnd.CodePoints > 0)
        {
            if (footer >= 0)
            {
                Output.Append(FooterEnd.Separator);
                codePoints += FooterEnd.SeparatorCodePoints;
            }

            Output.Append(FooterEnd.Json);
            codePoints += FooterEnd.CodePoints;
        }

        Output.Append("\"}"u8);
        return codePoints;
    }

    private static int ColorOf(LogLevel level) => level switch
    {
        LogLevel.Critical => 0x8B0000,
        LogLevel.Error => 0xFF0000,
        LogLevel.Warning => 0xFFA500,
        LogLevel.Information => 0x3498DB,
        _ => 0x95A5A6,
    };
}
