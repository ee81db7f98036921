namespace TypedWebhookAlerts.Rendering;

/// <summary>Decides how much of each part is shown, once all parts are known.</summary>
internal static class PartRoom
{
    /// <summary>The code points of the fences around a code block.</summary>
    public const int FenceCodePoints = 8;

    /// <summary>A stack trace shorter than this tells nothing: the message before it gets the room.</summary>
    private const int LeastStackTrace = 88;

    /// <summary>Grants each part its room. Parts of the description for which none is left are taken out.</summary>
    /// <param name="others">All but the description, for which the first part stands.</param>
    /// <param name="description">The description's parts.</param>
    /// <param name="descriptionLimit">The most code points of the description.</param>
    /// <param name="room">The code points that there are for all.</param>
    public static void Divide(PartList others, PartList description, int descriptionLimit, int room)
    {
        DivideDescription(description, descriptionLimit);
        GrantAll(others);
        var wanted = FairShare.Sum(description.Parts) + Overhead(description);
        others.Parts[0].Granted = wanted;
        FairShare.Divide(others.Parts, room);
        if (others.Parts[0].Granted < wanted)
        {
            DivideDescription(description, others.Parts[0].Granted);
        }
    }

    /// <summary>The code points of what stands between and around the parts of the description.</summary>
    public static int Overhead(PartList description)
    {
        var codePoints = Math.Max(0, description.Count - 1);
        foreach (ref readonly var part in description.Parts)
        {
            codePoints += part.Context == TextContext.Code ? FenceCodePoints : 0;
        }

        return codePoints;
    }

    private static void DivideDescription(PartList description, int room)
    {
        do
        {
            GrantAll(description);
            FairShare.Divide(description.Parts, room - Overhead(description));
        }
        while (DropStackTrace(description) || DropLast(description));
    }

    private static void GrantAll(PartList list)
    {
        foreach (ref var part in list.Parts)
        {
            part.Granted = part.Need;
        }
    }

    // The last stack trace whose share is too small makes room for the others.
    private static bool DropStackTrace(PartList description)
    {
        var parts = description.Parts;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i].Kind == PartKind.StackTrace && parts[i].Granted < Math.Min(parts[i].Need, LeastStackTrace))
            {
                description.RemoveAt(i, 1);
                return true;
            }
        }

        return false;
    }

    private static bool DropLast(PartList description)
    {
        var drops = description.Count > 1 && description.Parts[^1].Granted == 0;
        description.Truncate(description.Count - (drops ? 1 : 0));
        return drops;
    }
}
