using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Application;

/// <summary>What the library does in an application besides the alerts that are declared there: configuration and its
/// reload, the log in both directions, a preset, the standard alerts, the health check. It prints what no channel
/// shows.</summary>
internal static class ApplicationScene
{
    private static readonly Dictionary<string, string?> s_settings = new()
    {
        ["WebhookAlerts:Alerts:Configured:Level"] = "Warning",
        ["WebhookAlerts:Thresholds:WorkingSet:Above"] = "1",
    };

    /// <summary>Adds what the scene needs to the host.</summary>
    public static void Add(HostApplicationBuilder builder, WatchedLog log)
    {
        builder.Configuration.AddInMemoryCollection(s_settings);
        builder.Logging.ClearProviders().AddProvider(log).AddWebhookAlerts();
        builder.Services.AddSingleton<IRedactorProvider>(new LastTwoRedactor());
        builder.Services.AddHealthChecks().AddWebhookAlerts();
    }

    /// <summary>Plays it.</summary>
    public static async Task PlayAsync(IHost host, AlertPipeline pipeline, WatchedLog log)
    {
        await ReloadAsync(host, pipeline, log);
        RaiseStandardAlerts(pipeline);
        var shop = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Checkout");
        using (shop.BeginScope("Request {Request}", "r-1"))
        {
            shop.OrderFailed(7, "ann", new InvalidOperationException("no *stock*"));
        }

        await log.WaitForAsync("Working set");
    }

    /// <summary>Prints the health, when all is delivered.</summary>
    public static async Task PrintHealthAsync(IHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Console.WriteLine(
            $"told: {string.Join(", ", report.Entries.Select(check => $"{check.Key} {check.Value.Status}"))}");
    }

    private static async Task ReloadAsync(IHost host, AlertPipeline pipeline, WatchedLog log)
    {
        ApplicationAlerts.Configured(pipeline, 1);
        Console.WriteLine($"told: {await log.WaitForAsync("Configured, 1 times")}");

        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        configuration["WebhookAlerts:Alerts:Configured:Enabled"] = "false";
        configuration.Reload();
        Console.WriteLine($"told: {await log.WaitForAsync("was reloaded")}");
        ApplicationAlerts.Configured(pipeline, 2);
        Console.WriteLine(
            $"told: it is {(ApplicationAlerts.ConfiguredIsEnabled(pipeline) ? "on" : "off")} after the reload");
    }

    private static void RaiseStandardAlerts(AlertPipeline pipeline)
    {
        StandardAlerts.Error(pipeline, "Checkout", new InvalidOperationException("no stock"));
        StandardAlerts.Performance(pipeline, "Gateway latency", "900 ms", "500 ms", "Shard 3");
        StandardAlerts.SystemStatus(pipeline, "Maintenance", "Back at noon");
        StandardAlerts.MemberJoined(pipeline, "ann", 80351110224678912, "Café Späti", 1285);
        StandardAlerts.MemberLeft(pipeline, "ann", 80351110224678912, "Café Späti", 1284);
        StandardAlerts.MemberBanned(pipeline, "ann", 80351110224678912, "Café Späti", 80351110224678913, reason: null);
        pipeline.Send(LogLevel.Error, "Nobody declared this", exception: null, ("shelf", 7));
    }
}
