namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// What refusals have taught of a channel's window, and for how long it is believed: another program that posts there
/// may have caused them, and not for ever.
/// </summary>
/// <remarks>Not thread-safe: the window guards it.</remarks>
internal sealed class LearnedRules
{
    private static readonly TimeSpan s_first = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    private TimeSpan _believedFor;
    private TimeSpan _until;

    public IReadOnlyList<WindowRule> Rules { get; private set; } = [];

    public bool HasEnded(TimeSpan now) => Rules.Count > 0 && now >= _until;

    /// <summary>Believes rules for an hour; learned again within a day after that, for 2, 4… up to 24 hours.</summary>
    public void Learn(IReadOnlyList<WindowRule> rules, TimeSpan now)
    {
        var isNew = _believedFor == TimeSpan.Zero || now - _until > s_longest;
        _believedFor = isNew ? s_first : Min(_believedFor * 2, s_longest);
        _until = now + _believedFor;
        Rules = rules;
    }

    public void Forget() => Rules = [];

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
