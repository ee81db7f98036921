using System.Globalization;
using System.Net;
using System.Text;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Fuzzing;

/// <summary>An HTTP answer: its status on the first line, headers, an empty line, its body. Whoever stands between, the
/// answer may be anything.</summary>
internal static class AnswerTarget
{
    /// <summary>After so many waits a lane may send again, whatever one answer said.</summary>
    private const int MostWaits = 10;

    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(1);

    public static void Run(byte[] input)
    {
        using var first = Answer(input);
        using var second = Answer(input);
        var read = ResponseReader.Read(first, CancellationToken.None);
        var readLater = ResponseReader.ReadAsync(second, CancellationToken.None).GetAwaiter().GetResult();
        Check(read, first);
        Promise.Holds(
            read with { RefusedEmbeds = [] } == readLater with { RefusedEmbeds = [] }
                && read.RefusedEmbeds.SequenceEqual(readLater.RefusedEmbeds),
            "waited for or not, an answer says the same");
        Learn(read);
    }

    private static HttpResponseMessage Answer(byte[] input)
    {
        var end = input.AsSpan().IndexOf("\n\n"u8);
        var head = Encoding.Latin1.GetString(end < 0 ? input : input.AsSpan(0, end)).Split('\n');
        var answer = new HttpResponseMessage(Status(head[0]))
        {
            Content = new ByteArrayContent(end < 0 ? [] : input[(end + 2)..]),
        };
        foreach (var line in head.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                _ = answer.Headers.TryAddWithoutValidation(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        return answer;
    }

    private static HttpStatusCode Status(string line)
        => int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 999
            ? (HttpStatusCode)status : HttpStatusCode.OK;

    private static void Check(WebhookResponse read, HttpResponseMessage answer)
    {
        Promise.Holds(
            read.Kind == ResponseKind.Confirmed == answer.IsSuccessStatusCode, "the status says whether it was delivered");
        Promise.Holds(IsSnowflake(read.Id) && IsSnowflake(read.ChannelId), "an id is digits: it becomes part of an address");
        Promise.Holds(read.Name is null || read.Name.Length <= 80, "a name is no longer than Discord's");
        Promise.Holds(read.Name is null || !read.Name.Any(char.IsControl), "a name is one line: it goes into a log");
        Promise.Holds(read.Bucket is not { Length: > 128 }, "a hash is short: it is kept");
        Promise.Holds(!(read.RetryAfter < TimeSpan.Zero) && !(read.ResetAfter < TimeSpan.Zero), "nobody waits for the past");
        Promise.Holds(!(read.Remaining < 0), "what remains is none or some");
        Promise.Holds(read.RefusedEmbeds.All(index => index >= 0), "an embed's number is none or some");
    }

    private static bool IsSnowflake(string? id) => id is null || (id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit));

    // No answer silences a lane for good.
    private static void Learn(WebhookResponse answer)
    {
        var windows = new HeaderWindows();
        var now = TimeSpan.FromDays(1);
        for (var repeat = 0; repeat < 3; repeat++)
        {
            var kind = (RequestKind)(repeat % 2);
            var waits = 0;
            TimeSpan wait;
            while (!windows.TryTake(kind, now, out wait))
            {
                Promise.Holds(wait > TimeSpan.Zero && wait <= s_longestWait, "a window opens within the hour");
                Promise.Holds(++waits <= MostWaits, "a window that was waited for is open");
                now += wait;
            }

            windows.Learn(kind, answer, now);
        }
    }
}
