using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Hosting;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>Starts that are refused, as their configuration is wrong, and what the caller is told.</summary>
internal static class Refusals
{
    /// <summary>Each wrong configuration, in each way in which one is read.</summary>
    public static async Task MeetAsync(Watch watch, string origin)
    {
        var trusted = ("WebhookAlerts:TrustedHosts", (string?)new Uri(origin).Authority);
        foreach (var (key, value) in WrongSettings.Of(watch.Sentinel, origin))
        {
            Assert.True(await IsRefusedAsync(watch, (key, value), trusted), $"{key} = {value} was not refused.");
        }

        foreach (var (key, value) in WrongSettings.Doubtful(watch.Sentinel, origin))
        {
            await IsRefusedAsync(watch, (key, value), trusted);
        }

        var wrong = watch.Sentinel.Url("https://webhooks.example", watch.Sentinel.Id);
        watch.Look("refusal of code", Assert.Throws<OptionsValidationException>(
            () => WebhookAlerts.Start(options => options.Route("error", wrong))));
        StartByVariable(watch, "WEBHOOK_ERROR_URL", wrong);
        StartByVariable(watch, "WEBHOOK_BATCH_SIZE", wrong);
        StartByVariable(watch, "WEBHOOK_INFO_URL_FILE", $"/none/{watch.Sentinel.Token}");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, wrong);
        StartByVariable(watch, "WEBHOOK_ERROR_URL_FILE", file);
        File.Delete(file);
    }

    private static async Task<bool> IsRefusedAsync(Watch watch, params (string Key, string? Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("refused");
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ApplicationName = "Refused", ContentRootPath = folder.FullName });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.Logging.AddProvider(watch.Log).SetMinimumLevel(LogLevel.Trace);
        builder.AddWebhookAlerts();
        using var host = builder.Build();
        var refusal = await Record.ExceptionAsync(() => host.StartAsync());
        if (refusal is null)
        {
            await host.StopAsync();
        }

        watch.Look("refusal of a start", refusal);
        watch.LookAtFiles(folder.FullName);
        folder.Delete(recursive: true);
        return refusal is OptionsValidationException;
    }

    private static void StartByVariable(Watch watch, string name, string value)
    {
        using var variable = new ProcessVariable(name, value);
        watch.Look("refusal of a variable", Assert.Throws<OptionsValidationException>(() => WebhookAlerts.Start()));
    }
}
