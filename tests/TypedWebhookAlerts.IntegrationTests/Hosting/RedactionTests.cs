using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A secret in every text at once, on every way out.</summary>
public sealed partial class RedactionTests : IDisposable
{
    private const string Application = "Shop.Orders";

    private static readonly string[] s_inAlerts =
    [
        "address", "application", "cause", "code", "context", "description", "entry", "entry exception", "exception",
        "field", "footer", "opened", "resolution", "scope", "scope value", "sent", "sent exception", "sent name",
        "sent value", "stack trace", "title", "update",
    ];

    /// <summary>Of an incident that no route takes the file has the begin alone.</summary>
    private static readonly string[] s_inAlertsWithoutRoute = [.. s_inAlerts.Except(["resolution", "update"])];

    private static readonly string[] s_inLog =
    [
        "address", "cause", "code", "deep frame", "description", "exception", "field", "footer", "opened", "resolution",
        "sent",
        "sent exception", "sent name", "sent value", "stack trace", "title", "update",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");

    [WebhookAlert(LogLevel.Error, "It broke: {description}", Title = "T {title}", Footer = "F {footer}")]
    private static partial void Broke(
        AlertPipeline pipeline,
        string title,
        string description,
        string footer,
        [AlertField] string field,
        [AlertField(CodeBlock = true)] string code,
        [AlertField] Uri address,
        Exception exception);

    [WebhookAlert(LogLevel.Error, "Database {host} does not answer")]
    private static partial AlertIncident Down(AlertPipeline pipeline, string host);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NoSecretReachesAMessageItsFilesOrTheLog(bool useEmbeds)
    {
        // First without redaction: the search would find them, each of them.
        string[] inMessages = [.. s_inAlerts.Append("deep frame").Order(StringComparer.Ordinal)];
        Assert.Equal((Join(inMessages), Join(s_inLog)), await DeliverAsync(useEmbeds, isExcused: true));
        Assert.Equal(("", ""), await DeliverAsync(useEmbeds, isExcused: false));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task NoSecretReachesTheFallbackFile(bool isCrash, bool useEmbeds)
    {
        var inFile = isCrash ? s_inAlerts : s_inAlertsWithoutRoute;
        Assert.Equal((Join(inFile), Join(s_inLog)), await KeepAsync(isCrash, useEmbeds, isExcused: true));
        Assert.Equal(("", ""), await KeepAsync(isCrash, useEmbeds, isExcused: false));
    }

    [Fact]
    public async Task NoSecretReachesTheLogWithAnAlertThatHasNoOtherPlace()
    {
        Assert.Equal(Join(s_inAlertsWithoutRoute), await LoseAsync(isExcused: true));
        Assert.Equal("", await LoseAsync(isExcused: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UsersInTextAreMaskedOnEveryWayByAReload(bool isMasked)
    {
        await using var run = Start(useEmbeds: true, isExcused: false, file: null);
        await run.StartAsync(TestContext.Current.CancellationToken);
        run.Reload(("WebhookAlerts:UserIds", isMasked ? "Mask" : "Show"));
        run.Run(TimeSpan.FromSeconds(1));

        const string Mention = "<@80351110224674821>";
        Broke(
            run.Pipeline,
            Mention,
            Mention,
            Mention,
            Mention,
            Mention,
            new Uri("https://a.example"),
            new IOException(Mention));
        using (var incident = Down(run.Pipeline, Mention))
        {
            incident.Update(Mention);
        }

        run.Pipeline.Send(LogLevel.Error, Mention, new IOException(Mention), (Mention, Mention));
        Assert.True(run.Flush());

        var shown = Messages(run) + Logged(run, Application);
        Assert.Equal(isMasked, !shown.Contains("80351110224674821", StringComparison.Ordinal));
        Assert.Equal(isMasked, shown.Contains("@…4821", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsRedactedIsChangedByAReload()
    {
        await using var run = Start(useEmbeds: true, isExcused: false, file: null);
        await run.StartAsync(TestContext.Current.CancellationToken);
        run.Reload(
            ("WebhookAlerts:Redaction:Except:0", PlantedSecrets.Kind),
            ("WebhookAlerts:Redaction:Patterns:order", "O-[0-9]{4}"),
            ("WebhookAlerts:Redaction:Pii", "true"));
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Send(LogLevel.Error, $"{PlantedSecrets.In("sent")}, O-4711 of ann@example.com");
        Assert.True(run.Flush());

        Assert.All([Messages(run), Logged(run, Application)], shown =>
        {
            Assert.Contains("sent", Find(shown), StringComparison.Ordinal);
            Assert.Contains("[redacted:order] of", shown, StringComparison.Ordinal);
            Assert.Contains("[redacted:email]", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("4711", shown, StringComparison.Ordinal);
        });
    }

    private static async Task<(string Messages, string Log)> DeliverAsync(bool useEmbeds, bool isExcused)
    {
        await using var run = Start(useEmbeds, isExcused, file: null);
        await run.StartAsync(TestContext.Current.CancellationToken);
        Raise(run);
        Assert.True(run.Flush());

        Assert.Equal(run.Pipeline.Ledger.Accepted, run.Pipeline.Ledger.Delivered + run.Pipeline.Ledger.Coalesced);
        return (Find(Messages(run)), Find(Logged(run, Application)));
    }

    private async Task<(string File, string Log)> KeepAsync(bool isCrash, bool useEmbeds, bool isExcused)
    {
        var file = Path.Combine(_folder.FullName, $"{isExcused}.jsonl");
        await using var run = Start(useEmbeds, isExcused, file, routes: isCrash ? ["error", "info"] : []);
        await run.StartAsync(TestContext.Current.CancellationToken);
        Raise(run);
        if (isCrash)
        {
            run.Pipeline.Crash();
            Assert.NotEmpty(run.Discord.Messages);
        }
        else
        {
            Assert.True(run.Flush());
        }

        Assert.Equal(isCrash && isExcused, Find(Messages(run)) != "");
        return (Find(File.ReadAllText(file)), Find(Logged(run, Application)));
    }

    private async Task<string> LoseAsync(bool isExcused)
    {
        // The path of a folder: no file can be written there.
        await using var run = Start(useEmbeds: true, isExcused, file: _folder.FullName, routes: []);
        await run.StartAsync(TestContext.Current.CancellationToken);
        Raise(run);
        Assert.True(run.Flush());

        Assert.Contains(run.Log.GetSnapshot(), entry => entry.Id.Name == "AlertLost");
        return Find(string.Concat(run.Log.GetSnapshot()
            .Where(entry => entry.Id.Name == "AlertLost")
            .Select(entry => entry.Message + string.Join(' ', entry.StructuredState!))));
    }

    private static HostRun Start(bool useEmbeds, bool isExcused, string? file, string[]? routes = null)
        => new(
            builder => builder.Logging.AddWebhookAlerts(),
            options =>
            {
                options.UseEmbeds = useEmbeds;
                options.MaxMessageLength = useEmbeds ? 4096 : 2000;
                options.AttachLongTraces = true;
                options.ApplicationName = PlantedSecrets.In("application");
                options.Context = new Context();
                if (isExcused)
                {
                    options.Redaction.Except.Add(PlantedSecrets.Kind);
                }
            },
            [("WebhookAlerts:Fallback:Path", file ?? "")],
            routes);

    private static void Raise(HostRun run)
    {
        Broke(
            run.Pipeline,
            PlantedSecrets.In("title"),
            PlantedSecrets.In("description"),
            PlantedSecrets.In("footer"),
            PlantedSecrets.In("field"),
            PlantedSecrets.In("code"),
            new Uri($"https://a.example/?q={Uri.EscapeDataString(PlantedSecrets.In("address"))}"),
            new Leaking());
        using (var incident = Down(run.Pipeline, PlantedSecrets.In("opened")))
        {
            incident.Update(PlantedSecrets.In("update"));
            incident.Resolve(PlantedSecrets.In("resolution"));
        }

        run.Pipeline.Send(
            LogLevel.Error,
            PlantedSecrets.In("sent"),
            new IOException(PlantedSecrets.In("sent exception")),
            (PlantedSecrets.In("sent name"), PlantedSecrets.In("sent value")));
        var log = run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Application);
        using (log.BeginScope(PlantedSecrets.In("scope")))
        using (log.BeginScope(new Dictionary<string, object?> { ["Customer"] = PlantedSecrets.In("scope value") }))
        {
            log.LogError(
                new IOException(PlantedSecrets.In("entry exception")), "Entry {Value}", PlantedSecrets.In("entry"));
        }

        run.Settle();
    }

    private static string Messages(HostRun run)
    {
        var text = new StringBuilder();
        foreach (var message in run.Discord.Requests
            .Select(request => request.Stored)
            .OfType<Testing.SimulatedMessage>())
        {
            text.Append(message.Json).AppendJoin('\n', message.Files.Select(file => file.Text));
        }

        return text.ToString();
    }

    /// <summary>All that the log has, but the application's own entries.</summary>
    private static string Logged(HostRun run, string but)
        => string.Join('\n', run.Log.GetSnapshot().Where(entry => entry.Category != but).Select(Describe));

    private static string Describe(FakeLogRecord entry)
        => string.Join(
            '\n',
            entry.Message,
            string.Join(' ', entry.StructuredState ?? []),
            string.Join(' ', entry.Scopes),
            entry.Exception,
            entry.Exception?.Message,
            entry.Exception?.StackTrace,
            entry.Exception?.InnerException);

    private static string Find(string text) => Join(PlantedSecrets.FindIn(text));

    private static string Join(IEnumerable<string> sources) => string.Join(", ", sources);

    private sealed class Context : IAlertContext
    {
        public string? Describe() => PlantedSecrets.In("context");
    }

    private sealed class Leaking()
        : Exception(PlantedSecrets.In("exception"), new IOException(PlantedSecrets.In("cause")))
    {
        public override string StackTrace { get; } = string.Concat(Enumerable.Range(0, 1000).Select(i => i switch
        {
            0 => $"   at {PlantedSecrets.In("stack trace")}\n",
            500 => $"   at {PlantedSecrets.In("deep frame")}\n",
            _ => $"   at Frame{i}()\n",
        }));
    }
}
