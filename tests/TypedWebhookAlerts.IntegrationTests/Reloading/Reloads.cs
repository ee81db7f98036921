using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Reloading;

/// <summary>Gives a run other options while it runs.</summary>
internal static class Reloads
{
    /// <summary>Reloads options that are those of the run's start, with some changes, and lets them be taken.</summary>
    public static void Reload(this VirtualRun run, Action<WebhookAlertOptions> change)
    {
        run.Pipeline.Reconfigure(run.Options(change));
        run.Settle();
    }

    /// <summary>Checked options: one route, <c>error</c>, and no file, with some changes.</summary>
    public static WebhookAlertOptions Options(this VirtualRun run, Action<WebhookAlertOptions> change)
    {
        var options = new WebhookAlertOptions { TimeProvider = run.Time };
        options.Fallback.Path = null;
        options.Route("error", run.Error.Url);
        change(options);
        var result = new WebhookAlertOptionsValidator().Validate(name: null, options);
        Assert.Empty(result.Failures ?? []);
        return options;
    }
}
