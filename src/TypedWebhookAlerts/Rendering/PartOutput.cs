namespace TypedWebhookAlerts.Rendering;

/// <summary>Puts parts into the result: of each as much as it is granted.</summary>
internal sealed class PartOutput
{
    private readonly AlertParts _parts;
    private readonly FormattedTraces _traces;

    /// <param name="parts">The parts, among which the traces are written that are cut now.</param>
    /// <param name="traces">The stack traces among them.</param>
    public PartOutput(AlertParts parts, FormattedTraces traces)
    {
        _parts = parts;
        _traces = traces;
    }

    /// <summary>Appends parts of a description, each on lines of its own.</summary>
    /// <returns>The code points that were appended.</returns>
    public int AppendLines(Utf8Buffer output, PartList description)
    {
        var codePoints = 0;
        foreach (ref readonly var part in description.Parts)
        {
            if (part.Granted == 0)
            {
                continue;
            }

            if (codePoints > 0)
            {
                output.Append("\\n"u8);
                codePoints++;
            }

            codePoints += Append(output, part);
        }

        return codePoints;
    }

    /// <summary>Appends a part, between fences if it is code.</summary>
    /// <returns>The code points that were appended.</returns>
    public int Append(Utf8Buffer output, in AlertPart part)
    {
        if (part.Trace > 0 && (part.Kind == PartKind.StackTrace || part.Granted < part.CodePoints))
        {
            return AppendTrace(output, part);
        }

        if (part.Label > 0 && part.Granted < part.CodePoints)
        {
            return AppendLabel(output, part);
        }

        var text = _parts.Text.Written.Slice(part.Start, part.Length);
        if (part.Context != TextContext.Code)
        {
            return TextCut.Append(output, part, text);
        }

        output.Append("```\\n"u8);
        var codePoints = TextCut.Append(output, part, text);
        output.Append("\\n```"u8);
        return codePoints + PartRoom.FenceCodePoints;
    }

    private int AppendLabel(Utf8Buffer output, in AlertPart link)
    {
        var label = link with { CodePoints = link.Label };
        return TextCut.Append(output, label, _parts.Text.Written.Slice(link.Start + "[".Length, link.Label));
    }

    private int AppendTrace(Utf8Buffer output, in AlertPart part)
    {
        _parts.Writer.Begin(part.Kind, TextContext.Code, part.Granted);
        _parts.Writer.Argument(_traces.Cut(part.Trace, part.Granted));
        var written = _parts.Writer.End();
        output.Append("```\\n"u8);
        output.Append(_parts.Text.Written.Slice(written.Start, written.Length));
        output.Append("\\n```"u8);
        return written.CodePoints + PartRoom.FenceCodePoints;
    }
}
