namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>
/// Every window a request must pass. The caller holds the model's lock.
/// </summary>
/// <remarks>
/// Executing, editing and deleting share one bucket per webhook; reading has its own. The bucket's hash is the same for
/// all webhooks, so only hash and webhook id together name a bucket. A request that the channel's hidden window refuses
/// has still used its place in the bucket, as in Discord's own example of a shared 429.
/// </remarks>
internal sealed class RateWindows(DiscordSimulatorOptions options)
{
    private const string WriteBucket = "4dcf1b6c8f0a4d5c9d4b5a0a7e6f1c23";
    private const string ReadBucket = "a9e0d7b1c25f4e83b6f09d1c77a4e58d";

    private static readonly TimeSpan s_invalidRequestWindow = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_oldMessageWindow = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock = options.TimeProvider;
    private readonly long _start = options.TimeProvider.GetTimestamp();
    private readonly SlidingWindow _global = new(options.GlobalLimit, TimeSpan.FromSeconds(1));
    private readonly SlidingWindow _invalid = new(options.InvalidRequestLimit, s_invalidRequestWindow);
    private readonly Dictionary<(ulong Webhook, string Bucket), FixedWindow> _webhooks = [];
    private readonly Dictionary<ulong, SlidingWindow> _channels = [];
    private readonly Dictionary<ulong, SlidingWindow> _oldEdits = [];

    private TimeSpan Now => _clock.GetElapsedTime(_start);

    public bool IsBanned => !_invalid.HasRoom(Now, out _);

    /// <summary>Takes the request's place among all requests of this sender.</summary>
    public ApiAnswer? TakeGlobal()
    {
        if (_global.TryTake(Now, out var retryAfter))
        {
            return null;
        }

        var answer = Answers.RateLimited(RateLimitScopes.Global, retryAfter);
        return answer with
        {
            Headers =
            [
                new("X-RateLimit-Global", "true"),
                new("X-RateLimit-Scope", RateLimitScopes.Global),
                new("Retry-After", Seconds.FormatWhole(retryAfter)),
            ],
        };
    }

    /// <summary>Takes the request's place in the webhook's bucket.</summary>
    public ApiAnswer? TakeWebhook(ulong webhook, bool writes)
    {
        var bucket = BucketOf(webhook, writes);
        return bucket.TryTake(Now)
            ? null
            : WithHeaders(Refused(RateLimitScopes.User, bucket.ResetAfter(Now)), webhook, writes);
    }

    /// <summary>Takes the request's place in the channel's hidden window.</summary>
    public ApiAnswer? TakeChannel(ulong channel)
    {
        if (!_channels.TryGetValue(channel, out var window))
        {
            _channels[channel] = window = new SlidingWindow(options.ChannelLimit, options.ChannelWindow);
        }

        return window.TryTake(Now, out var retryAfter) ? null : Refused(RateLimitScopes.Shared, retryAfter);
    }

    /// <summary>Takes a place among the webhook's edits of messages over an hour old.</summary>
    public bool TryTakeOldEdit(ulong webhook)
    {
        if (!_oldEdits.TryGetValue(webhook, out var window))
        {
            _oldEdits[webhook] = window = new SlidingWindow(options.OldMessageEditLimit, s_oldMessageWindow);
        }

        return window.TryTake(Now, out _);
    }

    /// <summary>Adds the headers of the webhook's bucket.</summary>
    public ApiAnswer WithHeaders(ApiAnswer answer, ulong webhook, bool writes)
    {
        var bucket = BucketOf(webhook, writes);
        var resetAfter = bucket.ResetAfter(Now);
        return answer with
        {
            Headers =
            [
                .. answer.Headers,
                new("X-RateLimit-Limit", bucket.Limit.ToString()),
                new("X-RateLimit-Remaining", bucket.Remaining.ToString()),
                new("X-RateLimit-Reset", Seconds.FormatUnix(_clock.GetUtcNow() + resetAfter)),
                new("X-RateLimit-Reset-After", Seconds.Format(resetAfter)),
                new("X-RateLimit-Bucket", writes ? WriteBucket : ReadBucket),
            ],
        };
    }

    /// <summary>Counts an answer towards the ban.</summary>
    public void CountInvalid(ApiAnswer answer)
    {
        if (answer is { Status: 401 or 403 or 429, RateLimitScope: not RateLimitScopes.Shared })
        {
            _invalid.TryTake(Now, out _);
        }
    }

    private static ApiAnswer Refused(string scope, TimeSpan retryAfter)
        => Answers.RateLimited(scope, retryAfter) with
        {
            Headers =
            [
                new("X-RateLimit-Scope", scope),
                new("Retry-After", Seconds.FormatWhole(retryAfter)),
            ],
        };

    private FixedWindow BucketOf(ulong webhook, bool writes)
    {
        var key = (webhook, writes ? WriteBucket : ReadBucket);
        if (!_webhooks.TryGetValue(key, out var bucket))
        {
            _webhooks[key] = bucket = new FixedWindow(options.WebhookLimit, options.WebhookWindow);
        }

        return bucket;
    }
}
