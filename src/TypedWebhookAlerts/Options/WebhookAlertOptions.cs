using System.Globalization;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>
/// How alerts are routed, shown and delivered. Code wins over the <c>WEBHOOK_*</c> variables, variables over the
/// configuration section <c>WebhookAlerts</c>.
/// </summary>
/// <remarks>
/// <para>They are read when the pipeline starts; with a host also when its configuration is reloaded: half a second
/// after the last of several changes, variables and code included, so that code which sets options is called again.
/// What is wrong then is told in the log, and the last good options stay. So they do where the section is suddenly
/// empty: a file is being replaced. Without a host, changes are not seen.</para>
/// <para><see cref="RingBytes"/>, <see cref="DataFolder"/>, <see cref="TimeProvider"/>,
/// <see cref="HttpMessageHandler"/> and <see cref="LoggerFactory"/> stay what they were at the start. Another
/// <see cref="Context"/> alone is no change; it is taken along with one. The host's <c>IOptions</c> of these options
/// stay those of the start, its <c>IOptionsMonitor</c> has those that were taken last.</para>
/// <para>In the section, times are seconds (<c>10</c>, <c>2.5</c>) or <c>hh:mm:ss</c>, switches are true, 1, yes or
/// false, 0, no, lists may be one text with commas, and an empty value is an unset one.</para>
/// </remarks>
public sealed class WebhookAlertOptions
{
    /// <summary>The routes by name. <c>error</c>, <c>info</c>, <c>performance</c> and <c>member-events</c> can be
    /// given an address by variable; any other name by configuration or code. Names are shown in logs and metrics: one
    /// that looks like an address or a token is a mistake.</summary>
    public IDictionary<string, RouteOptions> Routes { get; } =
        new Dictionary<string, RouteOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The routes of an alert that names none, or one that is off, by its level. The default is Critical to
    /// error and info, Error and Warning to error, Information to info, Debug and Trace to none: setting them is the
    /// whole opt-in.</summary>
    public IDictionary<LogLevel, IReadOnlyList<string>> LevelRoutes { get; } =
        new Dictionary<LogLevel, IReadOnlyList<string>>
        {
            [LogLevel.Critical] = ["error", "info"],
            [LogLevel.Error] = ["error"],
            [LogLevel.Warning] = ["error"],
            [LogLevel.Information] = ["info"],
        };

    /// <summary>Alerts below this level are ignored. The default value is <see cref="LogLevel.Debug"/>.</summary>
    public LogLevel MinimumLevel { get; set; } = LogLevel.Debug;

    /// <summary>How many requests one channel takes in 60 seconds, from all of its webhooks. The default value is 30:
    /// Discord's undocumented limit. From 3 to 3,000; two of them are kept for Critical.</summary>
    public int MaxRequestsPerMinute { get; set; } = 30;

    /// <summary>So many waiting alerts end the wait for more while the channel's window is half free. The default
    /// value is 5; from 1 to 10, the most embeds that Discord takes in a message.</summary>
    public int BatchSize { get; set; } = 5;

    /// <summary>The longest wait for more alerts. The default value is 10 seconds; from 0 to 10 minutes.</summary>
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether alerts are embeds; otherwise they are plain content. The default value is
    /// <see langword="true"/>.</summary>
    public bool UseEmbeds { get; set; } = true;

    /// <summary>Whether an alert shows when it was raised. The default value is <see langword="true"/>.</summary>
    public bool IncludeTimestamps { get; set; } = true;

    /// <summary>Whether an alert's footer names the application, its version and its machine, and says in coarse words
    /// how long it runs, counted from the pipeline's start (<c>up 3 h</c>). The name is left out behind a
    /// declared footer that begins with it. The declared footer and the line of <see cref="Context"/> are shown in any
    /// case. The default value is <see langword="true"/>.</summary>
    public bool IncludeBotInfo { get; set; } = true;

    /// <summary>Whether an exception shows its stack trace. The default value is <see langword="true"/>.</summary>
    public bool IncludeStackTraces { get; set; } = true;

    /// <summary>Whether a stack trace that is too long to be shown whole goes along as a text file: up to 1 MiB an
    /// alert, which counts towards <see cref="MaxQueuedBytes"/> until its message is confirmed. The default value is
    /// <see langword="false"/>.</summary>
    public bool AttachLongTraces { get; set; }

    /// <summary>The most Unicode code points of a message's content (at most 2,000) and of each embed's description
    /// (at most 4,096, both Discord's limits), 64 of them kept for the counter of repeats. The default value is 2,000;
    /// from 100 to 4,096.</summary>
    public int MaxMessageLength { get; set; } = 2000;

    /// <summary>For how long an equal alert is folded into the first one's message. The default value is 5 minutes;
    /// zero never folds; at most a day.</summary>
    public TimeSpan CoalesceWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an incident must last to be shown: one that is resolved before passes unseen, and counts as
    /// dropped. A flush and the application's stop show it at once. The default value is zero, which shows every one;
    /// at most a day.</summary>
    public TimeSpan OpenAfter { get; set; }

    /// <summary>Hosts that a webhook's address may name besides Discord's, as <c>host</c> or <c>host:port</c>. Plain
    /// http is accepted only to a loopback host. Empty by default.</summary>
    /// <remarks>A host that is named here may have any address, also inside your network; of all others, Discord's
    /// included, only addresses of the internet are dialled. A reload that takes away a host which a route still names
    /// is refused.</remarks>
    public IList<string> TrustedHosts { get; } = [];

    /// <summary>The bytes that hold captured alerts until the pump takes them. The default value is 1 MiB, of which
    /// 64 KiB admit only Critical; a power of two from 128 KiB to 1 GiB.</summary>
    public int RingBytes { get; set; } = 1024 * 1024;

    /// <summary>The bytes that may wait for one webhook; beyond them the oldest of the lowest level is dropped. An
    /// alert counts with its rendered bytes and 512 for what else it takes in memory. Messages whose counters still
    /// move take up to half as much besides. The default value is 8 MiB; from 64 KiB.</summary>
    public long MaxQueuedBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How long one request may take. The default value is 10 seconds; from 1 second to 5 minutes.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How failures that pass are outlasted.</summary>
    public RetryOptions Retry { get; } = new();

    /// <summary>When a webhook that fails is left alone.</summary>
    public BreakerOptions Breaker { get; } = new();

    /// <summary>The file that takes what Discord does not.</summary>
    public FallbackOptions Fallback { get; } = new();

    /// <summary>How long a process that dies of an unhandled exception may go on sending what waits, after it has
    /// written it into the fallback file. The default value is 2 seconds; 0 only writes the file; at most 30
    /// seconds.</summary>
    public TimeSpan CrashFlushTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A folder for the count of requests that Discord refused in the last ten minutes (401, 403 and 429),
    /// which brings a ban of this machine nearer: with it the count outlives a restart, and the processes that share
    /// the folder add up. The file is a few lines, written once a minute at most. The default, <see langword="null"/>,
    /// keeps the count in memory. The first folder that a pipeline names is the process's.</summary>
    /// <remarks>Where it is missing it is made with mode 0700, and so is what is missing above it; the file has mode
    /// 0600. A symbolic link in the file's place is neither read nor replaced.</remarks>
    public string? DataFolder { get; set; }

    /// <summary>What is said of single alerts in place of their declarations, by their full name
    /// (<c>Shop.BotAlerts.CommandFailed</c>) or their short one (<c>CommandFailed</c>); the full one wins.</summary>
    public IDictionary<string, AlertOverride> Alerts { get; } =
        new Dictionary<string, AlertOverride>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether every route that is configured, or that a level takes, must have an address: a missing one then
    /// fails the start. The default, <see langword="false"/>, turns such a route off.</summary>
    public bool Required { get; set; }

    /// <summary>The culture of numbers, dates and times in alerts; it is read when the pipeline starts and at a reload.
    /// What it cannot format (its calendar does not reach a date) is shown in the invariant one, as is what was raised
    /// before the start of types that are formatted at the call. A type's <c>ToString()</c> without parameters, the
    /// names and numbers of enums, a log entry's message and the library's own words are in no culture of ours. The
    /// default, <see langword="null"/>, is the invariant one.</summary>
    public CultureInfo? Culture { get; set; }

    /// <summary>Whether each alert is also written to the application's log, under the name of the type that declares
    /// it. The default, <see langword="null"/>, does so where there is a host.</summary>
    public bool? LogAlerts { get; set; }

    /// <summary>How the ids of users are shown: those of <see cref="UserIdAttribute"/>, and those that text mentions
    /// (<c>&lt;@id&gt;</c>). The default value is <see cref="UserIdDisplay.Show"/>.</summary>
    public UserIdDisplay UserIds { get; set; }

    /// <summary>The key of <see cref="UserIdDisplay.Hash"/>, a secret: at least 16 characters. Unless
    /// <see cref="UserIds"/> is Hash it does nothing, which the log says; only the variable
    /// <c>WEBHOOK_USER_ID_HASH_KEY</c> also sets that, whatever <c>WEBHOOK_MASK_USER_IDS</c> says.</summary>
    public string? UserIdHashKey { get; set; }

    /// <summary>What is taken out of all text before it leaves.</summary>
    public RedactionOptions Redaction { get; } = new();

    /// <summary>Gives the redactor of arguments that have a
    /// <see cref="Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute"/>. The default,
    /// <see langword="null"/>, is the one among the host's services; where there is none, such arguments show as
    /// <c>[erased]</c>. It is that of the start: a reload keeps it.</summary>
    public IRedactorProvider? RedactorProvider { get; set; }

    /// <summary>The application's name in footers. The default, <see langword="null"/>, is the host's, or the entry
    /// assembly's.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>A line of the application's own in every footer. The default, <see langword="null"/>, is the
    /// <see cref="IAlertContext"/> among the host's services, if there is one.</summary>
    public IAlertContext? Context { get; set; }

    /// <summary>The address of a trace, with <c>{traceId}</c> in it: alerts that were raised within an
    /// <see cref="System.Diagnostics.Activity"/> (with ids of the W3C form) have a last field "Trace" that links to it.
    /// An address of more than some 800 characters is shown without its link. The default, <see langword="null"/>,
    /// shows the trace's id without a link.</summary>
    public string? TraceUrl { get; set; }

    /// <summary>What the library says by itself of the process: its start, its stop, what ends it.</summary>
    public SystemStatusOptions SystemStatus { get; } = new();

    /// <summary>The metrics that are watched, by a name of yours.</summary>
    public IDictionary<string, MetricThreshold> Thresholds { get; } =
        new Dictionary<string, MetricThreshold>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often metrics are looked at. The default value is 10 seconds; from 1 second to an hour.</summary>
    public TimeSpan ThresholdInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a host's start asks each webhook for its name and channel, and logs the answers. The start does
    /// not wait for them. The default value is <see langword="true"/>.</summary>
    public bool VerifyOnStart { get; set; } = true;

    /// <summary>The clock of every wait. The default value is the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Makes the handler that requests go through, once per pipeline, which disposes it. The default,
    /// <see langword="null"/>, is a <see cref="SocketsHttpHandler"/> without redirects, cookies and trace propagation,
    /// which dials no address that is not public, unless its host is one of <see cref="TrustedHosts"/>.</summary>
    /// <remarks>Where a handler of yours connects to is not checked: it may follow redirects, and a name may lead it
    /// anywhere.</remarks>
    public Func<HttpMessageHandler>? HttpMessageHandler { get; set; }

    /// <summary>Where the library says what it has to say of itself. The default, <see langword="null"/>, is the host's
    /// factory; without a host, warnings and worse go to standard error.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>What was found when they were read.</summary>
    internal OptionNotes Notes { get; } = new();

    /// <summary>Where relative paths begin: the host's content root; null for the current directory.</summary>
    internal string? ContentRoot { get; set; }

    /// <summary>Gives a route its address.</summary>
    /// <param name="name">The route's name, without regard to case.</param>
    /// <param name="url">The webhook's address, a secret: it is never logged.</param>
    /// <returns>The same options.</returns>
    public WebhookAlertOptions Route(string name, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Routes.TryGetValue(name, out var route))
        {
            Routes[name] = route = new RouteOptions();
        }

        route.Url = url;
        return this;
    }
}
