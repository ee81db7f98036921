namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Divides room among parts that need more than there is: a short one keeps all that it has, and the long ones give up
/// in proportion to their weights.
/// </summary>
internal static class FairShare
{
    /// <summary>The parts of a code point in which levels are counted, so that a heavy part does not jump.</summary>
    private const int Fraction = 16;

    private const int Highest = DiscordLimits.EmbedTotal * Fraction;

    /// <summary>Lowers what is granted to each part until the sum fits.</summary>
    public static void Divide(Span<AlertPart> parts, int room)
    {
        if (Sum(parts) <= room)
        {
            return;
        }

        // The level is what one unit of weight gets; the highest that fits is looked for.
        var low = 0;
        var high = Highest;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sum(parts, middle) <= room)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        foreach (ref var part in parts)
        {
            part.Granted = GrantedAt(low, part);
        }
    }

    public static int Sum(ReadOnlySpan<AlertPart> parts)
    {
        var sum = 0;
        foreach (ref readonly var part in parts)
        {
            sum += part.Granted;
        }

        return sum;
    }

    private static int Sum(ReadOnlySpan<AlertPart> parts, int level)
    {
        var sum = 0;
        foreach (ref readonly var part in parts)
        {
            sum += GrantedAt(level, part);
        }

        return sum;
    }

    private static int GrantedAt(int level, in AlertPart part)
        => Math.Min(part.Granted, level * part.Weight / Fraction);
}
