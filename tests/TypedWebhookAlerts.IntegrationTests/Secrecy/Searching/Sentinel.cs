namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

/// <summary>A webhook's token that occurs nowhere else in the process: where it is found, it got from us.</summary>
/// <remarks>It is made at run time, as no file may hold what looks like a secret.</remarks>
internal sealed class Sentinel
{
    /// <summary>As long as Discord's.</summary>
    private const int Length = 68;

    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <param name="seed">What it is made of.</param>
    public Sentinel(int seed)
    {
        var random = new Random(seed);
        var token = random.GetItems<char>(Characters, Length);

        // A real one has these, too; an encoding that changes only them leaves long runs as they are.
        token[20] = '-';
        token[45] = '_';
        Token = new string(token);
        Id = (ulong)random.NextInt64(100_000_000_000_000_000, 999_999_999_999_999_000);
    }

    /// <summary>The secret.</summary>
    public string Token { get; }

    /// <summary>The first webhook's id. Ids may be seen.</summary>
    public ulong Id { get; }

    /// <summary>The address of a webhook.</summary>
    /// <param name="origin">The server, such as <c>http://127.0.0.1:5000</c>.</param>
    /// <param name="id">The webhook.</param>
    public string Url(string origin, ulong id) => $"{origin}/api/webhooks/{id}/{Token}";
}
