namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// The windows that Discord's headers announce, for one webhook. A bucket is its hash and the webhook's id: all
/// webhooks may show one hash.
/// </summary>
internal sealed class HeaderWindows
{
    /// <summary>No header silences a lane for longer: Discord's own windows are seconds.</summary>
    private static readonly TimeSpan s_longestReset = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Window> _byHash = [];
    private readonly string?[] _hashes = new string?[Enum.GetValues<RequestKind>().Length];

    /// <summary>How long until the bucket of this kind of request takes another.</summary>
    public TimeSpan Wait(RequestKind kind, TimeSpan now)
        => _hashes[(int)kind] is { } hash && _byHash[hash] is { Remaining: <= 0 } window && window.ResetAt > now
            ? window.ResetAt - now
            : TimeSpan.Zero;

    /// <summary>Learns from an answer's headers. One without them says nothing, not that there is no limit.</summary>
    public void Learn(RequestKind kind, WebhookResponse response, TimeSpan now)
    {
        if (response is { Bucket: { } hash, Remaining: { } remaining, ResetAfter: { } resetAfter })
        {
            Forget(kind, hash);
            _hashes[(int)kind] = hash;
            _byHash[hash] = new Window(remaining, now + (resetAfter < s_longestReset ? resetAfter : s_longestReset));
        }
    }

    /// <summary>A bucket that no kind of request uses any more is not kept: a server may invent a hash an
    /// answer.</summary>
    private void Forget(RequestKind kind, string hash)
    {
        if (_hashes[(int)kind] is { } former && former != hash && _hashes.Count(used => used == former) == 1)
        {
            _byHash.Remove(former);
        }
    }

    private readonly record struct Window(int Remaining, TimeSpan ResetAt);
}
