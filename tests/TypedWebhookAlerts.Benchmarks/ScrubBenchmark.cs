using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>What the scrubber adds to the rendering of an alert that holds no secret, and that its time grows with the
/// text and no faster, whatever the text is.</summary>
internal static class ScrubBenchmark
{
    private const int Rounds = 61;
    private const int Batch = 500;

    /// <summary>So many are scrubbed before the best time is taken, that the code is compiled for good.</summary>
    private const int WarmCharacters = 4 * 1024 * 1024;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);

    private static readonly int[] s_lengths = [4 * 1024, 64 * 1024, 1024 * 1024];

    private static readonly string[] s_values =
    [
        "The command 'ban' failed: missing permissions for member 80351110224678912 in #general",
        "Request GET https://shop.example.com/api/orders/4711?page=2 took 00:00:04.213 and ended with 503 ServiceUnavailable",
        "7f9c2ba4-e88f-427d-94f7-4f5a3f2c8d10", "CommandDispatcher", "shard 7 of 12",
    ];

    /// <summary>Texts that make the most of what the scrubber looks at.</summary>
    private static readonly (string Name, string Piece)[] s_hostile =
    [
        ("keys", "password="), ("quoted keys", "\"token\":\""), ("keys in a list", ";pwd="), ("addresses", "https://a:b"),
        ("prefixes", "ghp_sk-"), ("headers of JWTs", "eyJhbGciOiJIUzI1"), ("dotted runs", "MTk4NjIyNDgzNDcxOTI1MjQ4."),
        ("private keys", "-----BEGIN RSA PRIVATE"), ("cookies", "cookie: a=b;"), ("webhooks", "webhooks/1/"),
        ("quotes", "'secret\\\"=\\\""), ("one run", "a1"), ("marks", "[redacted:secret]"), ("flags", "--password \""),
    ];

    public static void Run()
    {
        var exception = Thrown();
        Print("scrub_over_render_text", Ratio(Renderer(TextRedactor.None, null), Renderer(TextRedactor.Default, null)));
        Print("scrub_over_render", Ratio(Renderer(TextRedactor.None, exception), Renderer(TextRedactor.Default, exception)));
        Print("scrub_clean_bytes", CleanBytes());
        foreach (var (name, piece) in s_hostile)
        {
            var costs = s_lengths.Select(length => Cost(piece, length)).ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"scrub {name,-18} {costs[0],7:F1} {costs[1],7:F1} {costs[2],7:F1} ns a character at 4 Ki, 64 Ki, 1 Mi; "
                    + $"scrub_growth={costs[2] / costs[0]:F2}"));
        }
    }

    private static Action Renderer(TextRedactor redactor, Exception? exception)
    {
        var formatter = new DiscordEmbedFormatter(new RenderingOptions(4096) { Redactor = redactor });
        return () =>
        {
            formatter.Begin(new AlertHeading(LogLevel.Error, -1, DateTimeOffset.UnixEpoch));
            formatter.BeginDescription();
            formatter.Text(s_values[0]);
            formatter.Literal(": "u8);
            formatter.Text(s_values[1]);
            if (exception is not null)
            {
                formatter.Exception(exception);
            }

            formatter.End();
            foreach (var value in s_values[2..])
            {
                formatter.BeginField("Component"u8);
                formatter.Text(value);
                formatter.End();
            }

            formatter.Finish();
        };
    }

    // By turns, so that what else the machine does meets both alike.
    private static double Ratio(Action bare, Action scrubbed)
    {
        WarmUp(bare);
        WarmUp(scrubbed);
        var ratios = new double[Rounds];
        for (var round = -10; round < Rounds; round++)
        {
            var without = Time(bare);
            var with = Time(scrubbed);
            if (round >= 0)
            {
                ratios[round] = with / without;
            }
        }

        Array.Sort(ratios);
        return ratios[Rounds / 2];
    }

    // The runtime compiles for good what ran often, some time later and beside it.
    private static void WarmUp(Action work)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_warmUp;)
        {
            Time(work);
        }
    }

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Batch; i++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static double CleanBytes()
    {
        var trace = Thrown().ToString();
        SecretScrubber.Default.Scrub(trace, "Component", isCut: false);
        var start = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Batch; i++)
        {
            SecretScrubber.Default.Scrub(trace, "Component", isCut: false);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - start) / (double)Batch;
    }

    private static double Cost(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
        var best = double.MaxValue;
        var rounds = Math.Max(7, WarmCharacters / length);
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            SecretScrubber.Default.Scrub(text, "", isCut: true);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / length);
        }

        return best;
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            return new InvalidOperationException(Deep(12).ToString());
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }

    private static int Deep(int depth)
        => depth == 0
            ? throw new InvalidOperationException("Sequence contains no matching element")
            : new[] { depth }.Select(each => Deep(each - 1)).Single();

    private static void Print(string name, double value)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value:F3}"));
}
