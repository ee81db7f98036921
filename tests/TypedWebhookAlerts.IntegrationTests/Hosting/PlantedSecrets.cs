namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A secret for each text that an alert can carry, so that what leaks says where it came from. They are put
/// together here: no file holds what looks like one.</summary>
internal static class PlantedSecrets
{
    private const int Length = 36;
    private const string Letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The kind that they are of.</summary>
    public const string Kind = "github-token";

    private static readonly Dictionary<string, string> s_bodies = [];

    /// <summary>A text with the secret of a source.</summary>
    public static string In(string source) => $"{source} of gh{"p"}_{BodyOf(source)} here";

    /// <summary>The sources whose secrets are in a text, or a half of them.</summary>
    public static IReadOnlyList<string> FindIn(string text)
    {
        lock (s_bodies)
        {
            return [.. s_bodies
                .Where(secret => text.Contains(secret.Value[..(Length / 2)], StringComparison.Ordinal)
                    || text.Contains(secret.Value[(Length / 2)..], StringComparison.Ordinal))
                .Select(secret => secret.Key)
                .Order(StringComparer.Ordinal)];
        }
    }

    private static string BodyOf(string source)
    {
        lock (s_bodies)
        {
            if (!s_bodies.TryGetValue(source, out var body))
            {
                s_bodies[source] = body = new string(new Random(s_bodies.Count).GetItems<char>(Letters, Length));
            }

            return body;
        }
    }
}
