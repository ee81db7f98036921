using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using TypedWebhookAlerts.Testing;
using TypedWebhookAlerts.Tests;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Whatever happens in whatever order, the ledger adds up and says what the channel shows.</summary>
public sealed partial class RandomScheduleTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromHours(6);

    /// <summary>In real time, and only to end a test that would hang.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(30);

    private static readonly Gen<Event[]> s_schedules = Gen.Select(
        Gen.Frequency(
            (10, Gen.Const(What.Raise)),
            (6, Gen.Const(What.Wait)),
            (3, Gen.Const(What.Fault)),
            (1, Gen.Const(What.Flush)),
            (1, Gen.Const(What.Delete))),
        Gen.Int[0, 100],
        Gen.Int[0, 3],
        (what, kind, argument) => new Event(what, kind, argument)).Array[5, 60];

    private enum What
    {
        Raise,
        Wait,
        Fault,
        Flush,
        Delete,
    }

    private static readonly Gen<(Event[] Schedule, bool OneChannel, int RoundTrip, bool IsFlushed)> s_tales =
        Gen.Select(s_schedules, Gen.Bool, Gen.OneOfConst(0, 0, 250), Gen.Bool);

    [Fact]
    public Task TheLedgerAddsUpAndTellsWhatTheChannelsShow()
        => s_tales.HoldAsync(PlayAsync, count: 150, threads: 2, print: Print);

    private static async Task PlayAsync((Event[] Schedule, bool OneChannel, int RoundTrip, bool IsFlushed) tale)
    {
        var story = new Story(tale.OneChannel, TimeSpan.FromMilliseconds(tale.RoundTrip));
        foreach (var happening in tale.Schedule)
        {
            story.Let(happening);
            AssertAddsUp(story.Run.Pipeline.Ledger);
        }

        if (tale.IsFlushed)
        {
            story.Run.Faults.Heal();
            Assert.True(story.Run.Flush(s_long), story.Run.Pipeline.Ledger.ToString());
            Assert.All(await Task.WhenAll(story.Flushes).WaitAsync(s_watchdog), Assert.True);
        }

        await story.Run.DisposeAsync();
        var ledger = story.Run.Pipeline.Ledger;
        AssertAddsUp(ledger);
        Assert.Equal(0, ledger.Pending);
        Assert.Equal(story.Raised, ledger.Raised);
        AssertTellsWhatIsShown(story.Shown(story.Error), ledger.Routes["error"], tale.IsFlushed);
        AssertTellsWhatIsShown(story.Shown(story.Info), ledger.Routes["info"], tale.IsFlushed);
        Assert.Equal(story.Numbers.Order(), story.Numbers);
    }

    private static string Print((Event[] Schedule, bool OneChannel, int RoundTrip, bool IsFlushed) tale)
        => $"one channel: {tale.OneChannel}, {tale.RoundTrip} ms, flushed: {tale.IsFlushed}: "
            + string.Join(" ", tale.Schedule.AsEnumerable());

    private static void AssertTellsWhatIsShown((long Alerts, long Repeats) shown, RouteLedger route, bool isFlushed)
    {
        // Disposing may cut off an answer: then Discord shows what could not be confirmed.
        var unconfirmed = isFlushed ? 0 : route.Dropped;
        Assert.InRange(shown.Alerts - route.Delivered, 0, unconfirmed);
        Assert.InRange(shown.Repeats - route.Coalesced, 0, unconfirmed);
    }

    private static void AssertAddsUp(AlertLedger ledger)
    {
        Assert.Equal(ledger.Accepted, ledger.Delivered + ledger.Coalesced + ledger.Dropped + ledger.Pending);
        foreach (var (name, route) in ledger.Routes)
        {
            Assert.True(
                route.Accepted == route.Delivered + route.Coalesced + route.Dropped + route.Pending
                    && route.Pending >= 0,
                name);
        }
    }

    private readonly record struct Event(What What, int Kind, int Argument);

    private sealed partial class Story
    {
        private readonly List<SimulatedMessage> _deleted = [];

        private readonly bool _canDelete;

        public Story(bool oneChannel, TimeSpan roundTrip)
        {
            // A deletion is not answered before the clock moves, and here nobody else moves it.
            _canDelete = roundTrip == TimeSpan.Zero;
            SimulatedWebhook? info = null;
            SimulatedWebhook? error = null;
            Run = new VirtualRun((options, discord) =>
            {
                info = discord.AddWebhook("info");
                error = discord.AddWebhook("error", oneChannel ? info.ChannelId : null);
                options.Route("info", info.Url).Route("error", error.Url);
                options.CoalesceWindow = TimeSpan.FromSeconds(60);
                options.MaxRequestsPerMinute = 12;
            }, roundTrip);
            Info = info!;
            Error = error!;
        }

        public VirtualRun Run { get; }

        public SimulatedWebhook Error { get; }

        public SimulatedWebhook Info { get; }

        public int Raised { get; private set; }

        /// <summary>The alerts of one level and route that differ, in the order in which they are first
        /// shown.</summary>
        public IEnumerable<int> Numbers
            => (from message in Run.Discord.Messages.Concat(_deleted)
               where message.WebhookId == Error.Id
               orderby message.Id
               from embed in message.Embeds
               let number = Number().Match(embed.Description!)
               where number.Success
               select int.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct();

        public List<Task<bool>> Flushes { get; } = [];

        public void Let(Event happening)
        {
            switch (happening.What)
            {
                case What.Raise:
                    Raise(happening.Kind % 7, happening.Argument);
                    break;
                case What.Wait:
                    Run.Run(
                        TimeSpan.FromSeconds(Math.Pow(10, (happening.Kind / 25.0) - 2 + (happening.Argument / 10.0))));
                    break;
                case What.Fault:
                    Plan(happening.Argument, happening.Kind % 8);
                    break;
                case What.Flush:
                    Flushes.Add(Run.Pipeline.FlushAsync(Timeout.InfiniteTimeSpan));
                    break;
                case What.Delete:
                    Delete();
                    break;
            }

            Run.Settle();
        }

        /// <summary>What one webhook's messages show, and have shown: alerts, and repeats of them. An alert that was
        /// posted anew, with what its first message could not show any more, is one.</summary>
        public (long Alerts, long Repeats) Shown(SimulatedWebhook webhook)
        {
            var embeds = Run.Discord.Messages.Concat(_deleted)
                .Where(message => message.WebhookId == webhook.Id)
                .OrderBy(message => message.Id)
                .SelectMany(message => message.Embeds)
                .Where(embed => !VirtualRun.IsNote(embed))
                .ToList();
            var alerts = embeds.Count(embed => Repeats(embed.Description!) == 0);
            var repeats = 0L;
            foreach (var sameAlert in embeds.GroupBy(embed => (embed.Description!.Split('\n')[0], embed.Timestamp)))
            {
                var counts = sameAlert.Select(embed => Repeats(embed.Description!)).ToList();
                var isPostedAnew = counts.Count > 1 && counts[^1] > 0;
                alerts += isPostedAnew ? 1 - counts.Count(count => count == 0) : counts.Count(count => count > 0);
                repeats += counts.Max();
            }

            return (alerts, repeats);
        }

        private static long Repeats(string text)
            => Counter().Match(text) is { Success: true } match
                ? long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) - 1
                : 0;

        [GeneratedRegex("^Number ([0-9]+)")]
        private static partial Regex Number();

        [GeneratedRegex("×([0-9,]+) ")]
        private static partial Regex Counter();

        private void Raise(int kind, int argument)
        {
            Raised += 1 + argument;
            for (var i = 0; i <= argument; i++)
            {
                _ = kind switch
                {
                    0 => Run.Pipeline.Numbered(Raised),
                    1 => Run.Pipeline.WorkerStopped("w" + (argument % 2)),
                    2 => Run.Pipeline.DatabaseDown("db" + argument),
                    3 => Run.Pipeline.LowOn("disk"),
                    4 => Run.Pipeline.Joined("ann"),
                    5 => Run.Pipeline.NeverFolded(1),
                    _ => Run.Pipeline.Limited(argument),
                };
            }
        }

        private void Plan(int method, int fault)
        {
            var faults = Run.Faults.On(
                method switch { 0 => HttpMethod.Get, 1 => HttpMethod.Patch, _ => HttpMethod.Post });
            _ = fault switch
            {
                0 => faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "2.5")),
                1 => faults.ThenAnswer(HttpStatusCode.TooManyRequests, """{"retry_after":1,"global":true}"""),
                2 => faults.ThenAnswer(HttpStatusCode.TooManyRequests, "<html>"),
                3 => faults.ThenAnswer(HttpStatusCode.BadGateway),
                4 => faults.ThenAnswer(HttpStatusCode.BadRequest, """{"code":50035}"""),
                5 => faults.ThenFail(HttpRequestError.ConnectionError),
                6 => faults.ThenHang(),
                _ => faults.ThenAnswer(HttpStatusCode.NotFound, """{"code":10008}"""),
            };
        }

        private void Delete()
        {
            if (_canDelete && Run.Discord.Messages is [var oldest, ..])
            {
                using var http = new HttpClient(Run.Discord.CreateHandler());
                http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.com, 1)");
                var webhook = oldest.WebhookId == Info.Id ? Info : Error;
                using var request = new HttpRequestMessage(HttpMethod.Delete, $"{webhook.Url}/messages/{oldest.Id}");
                using var response = http.Send(request);
                if (response.IsSuccessStatusCode)
                {
                    _deleted.Add(oldest);
                }
            }
        }
    }
}
