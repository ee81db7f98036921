using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

/// <summary>Looks for a secret in all that it is shown: for any twelve characters of it, in each of the forms that
/// <see cref="Disguises"/> has.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SecretSearch
{
    /// <summary>So much of it is a find: less occurs by chance.</summary>
    public const int Least = 12;

    /// <summary>As many bytes in base64.</summary>
    private const int LeastInBase64 = Least * 4 / 3;

    private readonly SearchValues<string> _inAnyCase;
    private readonly SearchValues<string> _inThisCase;
    private readonly ConcurrentDictionary<string, long> _looks = new();
    private readonly ConcurrentQueue<string> _finds = new();

    public SecretSearch(Sentinel sentinel)
    {
        var runs = Runs(sentinel.Token, Least).ToList();
        _inAnyCase = SearchValues.Create([.. runs.SelectMany(Forms).Distinct()], StringComparison.OrdinalIgnoreCase);
        _inThisCase = SearchValues.Create([.. InBase64(sentinel.Token).Distinct()], StringComparison.Ordinal);
    }

    /// <summary>What is going on, for the finds.</summary>
    public string Stage { get; set; } = "nothing";

    /// <summary>Where it was found.</summary>
    public IReadOnlyList<string> Finds => [.. _finds];

    /// <summary>How many texts were looked at, by the kind of place.</summary>
    public IReadOnlyDictionary<string, long> Looks => _looks;

    /// <summary>Whether a text holds it.</summary>
    public bool IsIn(string text) => text.AsSpan().ContainsAny(_inAnyCase) || text.AsSpan().ContainsAny(_inThisCase);

    /// <summary>Looks at a text.</summary>
    /// <param name="sink">The kind of place, such as the log.</param>
    /// <param name="place">Where in it.</param>
    /// <param name="text">What stands there.</param>
    public void Look(string sink, string place, string? text)
    {
        _looks.AddOrUpdate(sink, 1, static (_, count) => count + 1);
        if (text is not null && IsIn(text))
        {
            _finds.Enqueue($"{sink}: {place}, while {Stage}: {text[..Math.Min(text.Length, 1000)]}");
        }
    }

    /// <summary>Looks at all that an object shows.</summary>
    public void LookInto(string sink, string place, object? thing)
    {
        foreach (var (where, text) in ObjectTexts.Of(place, thing))
        {
            Look(sink, where, text);
        }
    }

    private static IEnumerable<string> Forms(string run)
        =>
        [
            run,
            Disguises.Percent(run),
            Disguises.Percent(run).Replace("%", "%25", StringComparison.Ordinal),
            Disguises.Json(run),
            Disguises.Each(run, c => $"&#x{(int)c:X};"),
            Disguises.Each(run, c => $"&#{(int)c};"),
            Convert.ToHexString(Encoding.UTF8.GetBytes(run)),
        ];

    /// <summary>What stands before a text in base64 decides which of three texts it becomes.</summary>
    private static IEnumerable<string> InBase64(string token)
        => from bytes in new[] { Encoding.UTF8.GetBytes(token), Encoding.Unicode.GetBytes(token) }
           from before in Enumerable.Range(0, 3)
           let text = Convert.ToBase64String([.. new byte[before], .. bytes])
           let begin = ((before * 8) + 5) / 6
           let end = (before + bytes.Length) * 8 / 6
           from run in Runs(text[begin..end], LeastInBase64)
           from form in new[] { run, run.Replace('+', '-').Replace('/', '_') }
           select form;

    private static IEnumerable<string> Runs(string text, int length)
        => Enumerable.Range(0, text.Length - length + 1).Select(at => text.Substring(at, length));
}
