using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedWebhookAlerts;
using TypedWebhookAlerts.ChildProcess;

// Without await: what crashes the main thread must run on it, and the pool is somebody else's to starve.
// The first argument says how to end, the others what to do before. Where alerts go, the WEBHOOK_* variables say.
var ending = args[0];
if (args.Contains("hosted"))
{
    var builder = Host.CreateApplicationBuilder();
    builder.AddWebhookAlerts(Configure);
    builder.Services.AddHostedService<Worker>();
    builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
    using var host = builder.Build();
    host.Start();
    if (ending == "throw-on-the-pool")
    {
        Endings.CrashOnThePool();
    }
    else if (ending == "unobserved")
    {
        Endings.LeaveATaskUnobserved();
        return 0;
    }

    host.WaitForShutdown();
    return 0;
}

var limits = Endings.PoolLimits();

// The user's own handlers: one that came before the library's, one that comes after it.
using var before = args.Contains("cancels-before") ? Cancellation.Register() : null;
var alerts = WebhookAlerts.Start(Configure);
using var second = args.Contains("twice") ? WebhookAlerts.Start(Configure) : null;
using var after = args.Contains("cancels") ? Cancellation.Register() : null;
using var telling = args.Contains("tells")
    ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Console.WriteLine("flushing"))
    : null;
if (args.Contains("warm"))
{
    ChildAlerts.Said("warm");
    alerts.FlushAsync(Timeout.InfiniteTimeSpan).GetAwaiter().GetResult();
}

if (args.Contains("starved"))
{
    Endings.StarveThePool(waiting: ending == "throw" ? 100 : 20, args.Contains("by-tasks"));
}

for (var number = 1; number <= 25; number++)
{
    ChildAlerts.Numbered(number);
}

ChildAlerts.DatabaseDown("db-1");
Console.WriteLine("ready");
switch (ending)
{
    case "wait":
        Endings.Wait();
        break;
    case "wait-for-cancel":
        Cancellation.Requested.Wait();
        ChildAlerts.Said("last words");
        alerts.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return Endings.PoolLimits() == limits ? 7 : 8;
    case "exit":
        Environment.Exit(3);
        break;
    case "throw":
        throw new InvalidOperationException("on the main thread");
    case "throw-on-the-pool":
        Endings.CrashOnThePool();
        break;
    case "unobserved":
        Endings.LeaveATaskUnobserved();
        break;
    case "fail-fast":
        Environment.FailFast("on purpose");
        break;
}

return 5;

void Configure(WebhookAlertOptions options)
{
    // The longest there is, so that no slow machine decides what arrives; it ends when all is sent.
    options.CrashFlushTimeout = TimeSpan.FromSeconds(args.Contains("file-only") ? 0 : args.Contains("hasty") ? 0.5 : 30);
    options.MaxRequestsPerMinute = args.Contains("narrow") ? 3 : 30;

    // Where it is not what is tested, only what the child raises itself is counted.
    options.SystemStatus.UnhandledExceptions = args.Contains("status");
    options.SystemStatus.UnobservedExceptions = args.Contains("status");
}
