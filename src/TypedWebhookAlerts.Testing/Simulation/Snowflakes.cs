namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Makes ids as Discord does: milliseconds since 2015 above a counter of 22 bits, always rising.</summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    private static readonly DateTimeOffset s_epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A clock before Discord's first year still gives ids of 17 digits, as every real webhook has.
    private ulong _last = 100_000_000_000_000_000;

    /// <summary>The next id. The caller holds the model's lock.</summary>
    public ulong Next()
    {
        var milliseconds = Math.Max(0, (long)(clock.GetUtcNow() - s_epoch).TotalMilliseconds);
        _last = Math.Max(_last + 1, (ulong)milliseconds << 22);
        return _last;
    }

    /// <summary>Reads an id as Discord writes it: decimal digits without leading zeros.</summary>
    public static bool TryParse(string? text, out ulong id)
    {
        id = 0;
        return text is { Length: >= 1 and <= 20 }
            && text.All(char.IsAsciiDigit)
            && (text.Length == 1 || text[0] != '0')
            && ulong.TryParse(text, out id);
    }
}
