namespace TypedWebhookAlerts.Rendering;

/// <summary>The spaces around a text that is shorter than the least width of its hole.</summary>
/// <param name="Before">Those before it.</param>
/// <param name="After">Those after it.</param>
internal readonly record struct Padding(int Before, int After)
{
    /// <summary>What a width asks for.</summary>
    /// <param name="alignment">As in a composite format: the least width, negative to align left. No more than a
    /// description holds.</param>
    /// <param name="length">The UTF-16 units of the text, which string.Format counts too.</param>
    public static Padding Of(int alignment, int length)
    {
        var width = Math.Abs(Math.Clamp(alignment, -DiscordLimits.Description, DiscordLimits.Description));
        var count = Math.Max(0, width - length);
        return alignment > 0 ? new Padding(count, 0) : new Padding(0, count);
    }
}
