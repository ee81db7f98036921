namespace StatsBot;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Every alert is accounted for.</summary>
    public const int Success = 0;

    /// <summary>The ledger does not add up, something is pending, or the channels hold something else.</summary>
    public const int LedgerIsOff = 1;

    /// <summary>The bot could not start, or its input broke off.</summary>
    public const int Failed = 2;
}
