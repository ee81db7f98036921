namespace TypedWebhookAlerts.Rendering;

/// <summary>A part of an alert: where its text lies in the formatter's buffer, and how much of it is shown.</summary>
internal struct AlertPart
{
    public PartKind Kind;
    public TextContext Context;

    /// <summary>Whether a field may stand beside others.</summary>
    public bool IsInline;

    /// <summary>Whether there was more text than the limit.</summary>
    public bool IsCut;

    /// <summary>Whether a reader would see anything.</summary>
    public bool IsVisible;

    /// <summary>The most code points that this part may ever show.</summary>
    public int Limit;

    public int Start;
    public int Length;

    /// <summary>The code points that Discord will count.</summary>
    public int CodePoints;

    /// <summary>The code points that may be shown, set when all parts are known.</summary>
    public int Granted;

    /// <summary>The number of the stack trace that is all of it, from 1; 0 for other texts. A trace is cut in its
    /// middle, when its room is known.</summary>
    public int Trace;

    /// <summary>The characters of the label, if it is a link with one; 0 otherwise. A link for which there is no room
    /// leaves its label.</summary>
    public int Label;

    /// <summary>Whether it stands at a line's start, where Discord reads marks of lines.</summary>
    public readonly bool BeginsLine => Kind is PartKind.Description or PartKind.Exception;

    /// <summary>What it would take to show all that is kept of it, and that it was cut.</summary>
    public readonly int Need => IsCut ? Limit : CodePoints;

    /// <summary>How much more than others it gets where there is not enough for all.</summary>
    public readonly int Weight => Kind switch
    {
        PartKind.EntireDescription => 10,
        PartKind.Description or PartKind.StackTrace => 4,
        PartKind.Title => 3,
        PartKind.Exception => 2,
        _ => 1,
    };
}
