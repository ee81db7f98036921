namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// The windows that Discord's headers announce, for one webhook and all lanes that post by it. A bucket is its hash and
/// the webhook's id: all webhooks may show one hash.
/// </summary>
internal sealed class HeaderWindows
{
    /// <summary>No header silences a lane for longer: Discord's own windows are seconds.</summary>
    private static readonly TimeSpan s_longestReset = TimeSpan.FromHours(1);

    /// <summary>What a webhook takes where no header says it. Not documented: observed of Discord.</summary>
    private static readonly WindowRule s_unannounced = new(5, TimeSpan.FromSeconds(2));

    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Two answers whose resets are no further apart speak of one window.</summary>
    private static readonly TimeSpan s_sameReset = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly Bucket[] _buckets = [.. Enum.GetValues<RequestKind>().Select(_ => new Bucket())];
    private readonly Dictionary<string, Window> _byHash = [];
    private readonly AnswerLog _answers = new();
    private TimeSpan _blockedUntil;

    /// <summary>Until when a 429 of the webhook's own has blocked it.</summary>
    public TimeSpan BlockedUntil
    {
        get
        {
            lock (_gate)
            {
                return _blockedUntil;
            }
        }
    }

    /// <summary>Takes nothing before a time.</summary>
    public void Block(TimeSpan until)
    {
        lock (_gate)
        {
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }

    /// <summary>Takes a place in the bucket of a kind of request.</summary>
    /// <returns>Whether it was taken, which <see cref="Learn"/> or <see cref="Release"/> must give back.</returns>
    public bool TryTake(RequestKind kind, TimeSpan now, out TimeSpan wait)
    {
        lock (_gate)
        {
            var bucket = _buckets[(int)kind];
            wait = Max(_blockedUntil - now, Max(Announced(bucket, now), Unannounced(bucket, now)));
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            wait = TimeSpan.Zero;
            bucket.InFlight++;
            return true;
        }
    }

    /// <summary>Gives back a place that is not used.</summary>
    public void Release(RequestKind kind)
    {
        lock (_gate)
        {
            _buckets[(int)kind].InFlight--;
        }
    }

    /// <summary>Learns from an answer's headers. One without them says nothing, not that there is no limit.</summary>
    public void Learn(RequestKind kind, WebhookResponse response, TimeSpan now)
    {
        lock (_gate)
        {
            var bucket = _buckets[(int)kind];
            bucket.InFlight--;
            _answers.Add(now);
            if (response is { Bucket: { } hash, Remaining: { } remaining, ResetAfter: { } resetAfter })
            {
                bucket.IsAnnounced = true;
                Forget(bucket, hash);
                bucket.Hash = hash;
                var reset = now + (resetAfter < s_longestReset ? resetAfter : s_longestReset);
                _byHash[hash] = Merge(hash, new Window(remaining, reset));
            }
            else
            {
                bucket.IsAnnounced = false;
                CountUnheard(bucket, response);
            }
        }
    }

    /// <summary>A request whose answer never came may have taken its place all the same.</summary>
    private void CountUnheard(Bucket bucket, WebhookResponse response)
    {
        if (response.Status == 0 && bucket.Hash is { } hash)
        {
            var window = _byHash[hash];
            _byHash[hash] = window with { Remaining = window.Remaining - 1 };
        }
    }

    private TimeSpan Announced(Bucket bucket, TimeSpan now)
    {
        if (bucket.Hash is not { } hash || _byHash[hash].ResetAt <= now)
        {
            return TimeSpan.Zero;
        }

        var window = _byHash[hash];
        var inFlight = _buckets.Where(other => other.Hash == hash).Sum(other => other.InFlight);
        return window.Remaining - inFlight > 0 ? TimeSpan.Zero : window.ResetAt - now;
    }

    private TimeSpan Unannounced(Bucket bucket, TimeSpan now)
        => bucket.IsAnnounced
            ? TimeSpan.Zero
            : _answers.WaitFor(s_unannounced, _buckets.Sum(other => other.InFlight), now) ?? s_lookAgain;

    /// <summary>Of two answers that overtook each other, the one that leaves less is the later.</summary>
    private Window Merge(string hash, Window news)
        => _byHash.TryGetValue(hash, out var known)
            && (known.ResetAt - news.ResetAt).Duration() < s_sameReset
            && known.Remaining < news.Remaining
                ? news with { Remaining = known.Remaining }
                : news;

    /// <summary>A bucket that no kind of request uses any more is not kept: a server may invent a hash an
    /// answer.</summary>
    private void Forget(Bucket bucket, string hash)
    {
        if (bucket.Hash is { } former && former != hash && _buckets.Count(other => other.Hash == former) == 1)
        {
            _byHash.Remove(former);
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>What is known of one kind of request.</summary>
    private sealed class Bucket
    {
        public string? Hash { get; set; }

        /// <summary>Whether the last answer had the headers.</summary>
        public bool IsAnnounced { get; set; }

        public int InFlight { get; set; }
    }

    private readonly record struct Window(int Remaining, TimeSpan ResetAt);
}
