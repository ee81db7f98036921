using System.Globalization;
using System.Net;
using System.Text.Json;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>What a crash does, in a process that lives on: virtual time stands still, so nobody else sends.</summary>
public sealed class CrashFlushTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");

    private string FallbackFile => Path.Combine(_folder.FullName, "alerts.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TheFileIsWrittenFirstThenAllIsSentAndThenTheFileIsMarked()
    {
        await using var run = Start();
        var linesAtFirstMessage = 0;
        run.Discord.MessageChanged += _ => linesAtFirstMessage = Math.Max(linesAtFirstMessage, Lines().Count);
        run.Pipeline.Numbered(1);
        run.Pipeline.Numbered(2);
        run.Pipeline.LowOn("ink");
        run.Settle();

        run.Pipeline.Crash();

        Assert.Equal(3, linesAtFirstMessage);
        Assert.Equal(["Number 1", "Number 2", "Low on ink"], Shown(run));
        Assert.Equal(
            Lines()[..3].Select(line => line.GetProperty("id").GetString()),
            Lines()[3].GetProperty("delivered").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(3, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task ALaneSendsNothingMoreByItself()
    {
        await using var run = Start();
        run.Pipeline.Crash();
        run.Pipeline.Numbered(1);
        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromMinutes(5));

        Assert.Empty(Shown(run));
        Assert.Equal(2, run.Pipeline.Ledger.Pending);
    }

    [Fact]
    public async Task AnAlertThatIsUnderWayIsNotSentAgain()
    {
        await using var run = Start();
        run.Pipeline.Numbered(0);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.DatabaseDown("db-1");
        run.Settle();

        run.Pipeline.Crash();

        Assert.Equal(["Number 0", "Database db-1 does not answer"], Shown(run));
        Assert.Equal(
            [("Number 1", "Unconfirmed"), ("Database db-1 does not answer", "Crashed")],
            Lines()[..2].Select(line => (Description(line), line.GetProperty("reason").GetString()!)));
        Assert.Single(Lines()[2].GetProperty("delivered").EnumerateArray());
    }

    [Fact]
    public async Task ASecondCrashFindsNothingToDo()
    {
        await using var run = Start();
        run.Pipeline.Numbered(1);
        run.Pipeline.Crash();
        run.Pipeline.Crash();

        Assert.Equal(["Number 1"], Shown(run));
        Assert.Equal(2, Lines().Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefusedRequestsAreKeptWhenTheProcessEndsHoweverItDoes(bool isCrash)
    {
        await using var run = new VirtualRun((options, _) => options.DataFolder = _folder.FullName);
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, headers: [("X-RateLimit-Scope", "user"), ("Retry-After", "1")]);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(0, KeptRefusals());
        if (isCrash)
        {
            run.Pipeline.Crash();
        }
        else
        {
            run.Pipeline.EndWithProcess("Exited");
        }

        Assert.Equal(1, KeptRefusals());
    }

    [Fact]
    public async Task WhoEndsTheProcessASecondTimeDoesNotWaitAsTheFirstDoes()
    {
        await using var run = Start();
        run.Faults.ThenHang();
        run.Pipeline.DatabaseDown("db-1");
        run.Settle();
        run.Pipeline.Numbered(1);
        var first = new Thread(() => run.Pipeline.EndWithProcess("first"));
        first.Start();

        // Where the machine is busy, a thread may begin later than another that is called after it.
        SpinWait.SpinUntil(() => first.ThreadState.HasFlag(ThreadState.WaitSleepJoin));

        // It waits for 5 seconds. With this start of it, its wait would end first if both waited.
        Assert.False(first.Join(TimeSpan.FromMilliseconds(200)));

        run.Pipeline.EndWithProcess("second");

        var reasons = Lines().Select(line => line.GetProperty("reason").GetString()).ToList();
        Assert.Equal(2, reasons.Count);
        Assert.Contains("second", reasons);
        Assert.DoesNotContain("first", reasons);
        first.Join();
    }

    [Fact]
    public async Task WithoutAFileWhatWaitsIsSentAllTheSame()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Numbered(1);
        run.Pipeline.Crash();

        Assert.Equal(["Number 1"], Shown(run));
    }

    private static string Description(JsonElement line)
        => line.GetProperty("embed").GetProperty("description").GetString()!;

    private static IEnumerable<string?> Shown(VirtualRun run)
        => run.Discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description);

    private VirtualRun Start()
        => new((options, _) =>
        {
            options.Fallback.Path = FallbackFile;
            options.RequestTimeout = TimeSpan.FromMinutes(5);
        });

    private int KeptRefusals()
    {
        var file = Path.Combine(_folder.FullName, "webhook-alerts-refused.txt");
        return File.Exists(file)
            ? File.ReadLines(file).Skip(1).Sum(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture))
            : 0;
    }

    private List<JsonElement> Lines()
        => File.Exists(FallbackFile)
            ? [.. File.ReadLines(FallbackFile).Select(line => JsonDocument.Parse(line).RootElement)]
            : [];
}
