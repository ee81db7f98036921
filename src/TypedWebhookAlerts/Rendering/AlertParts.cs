namespace TypedWebhookAlerts.Rendering;

/// <summary>The parts of the alert that is heard, written one after another into one text. They are used again for the
/// next.</summary>
internal sealed class AlertParts
{
    public AlertParts() => Writer = new PartWriter(Text);

    /// <summary>What the parts are written into, as the inside of JSON strings.</summary>
    public Utf8Buffer Text { get; } = new();

    /// <summary>Writes the part that is open.</summary>
    public PartWriter Writer { get; }

    /// <summary>The description, and the exceptions that end it.</summary>
    public PartList Description { get; } = new();

    /// <summary>All other parts. The first stands for the whole description while room is divided.</summary>
    public PartList Others { get; } = new();

    /// <summary>Whether the fields that end from now on may stand beside others.</summary>
    public bool IsInline { private get; set; }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Text.Clear();
        Description.Clear();
        Others.Clear();
        Others.Add(new AlertPart { Kind = PartKind.EntireDescription });
        if (Writer.IsOpen)
        {
            _ = Writer.End();
        }
    }

    /// <summary>Ends the part that is open and keeps it, unless a reader would see nothing of it.</summary>
    /// <param name="trace">The number of the stack trace that is all of it, if it is code; 0 for other texts.</param>
    public void End(int trace)
    {
        var part = Writer.End();
        part.IsInline = IsInline;
        part.Trace = part.Context == TextContext.Code ? trace : 0;
        if (!part.IsVisible && !part.IsCut)
        {
            if (part.Kind is not (PartKind.FieldName or PartKind.FieldValue))
            {
                return;
            }

            MarkAsBlank(ref part);
        }

        var endsInDescription = part.Kind is PartKind.Description or PartKind.Exception or PartKind.StackTrace;
        (endsInDescription ? Description : Others).Add(part);
    }

    /// <summary>What the first part of a kind says that is not in the description; nothing if there is none.</summary>
    public ReadOnlySpan<byte> FindText(PartKind kind)
        => Others.IndexOf(kind) is var index and >= 0
            ? Text.Written.Slice(Others.Parts[index].Start, Others.Parts[index].Length)
            : default;

    private void MarkAsBlank(ref AlertPart part)
    {
        part.Start = Text.Length;
        part.Length = part.CodePoints = Legible.Blank.Length;
        part.IsVisible = true;
        Text.Append(Legible.Blank);
    }
}
