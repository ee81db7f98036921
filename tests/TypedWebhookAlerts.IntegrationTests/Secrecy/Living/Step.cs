using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>Something that happens in a life.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Do">Lets it happen.</param>
internal sealed record Step(string Name, Func<Life, Task> Do)
{
    private const string BatchSize = "WebhookAlerts:BatchSize";

    /// <summary>They may come in any order, each once.</summary>
    public static IReadOnlyList<Step> All { get; } =
    [
        new("delivering", life => life.DeliverAsync("The shop")),
        new("editing", EditAsync),
        new("an incident", TellIncidentAsync),
        new("a log entry", LogAsync),
        new("verifying", life => life.VerifyAsync()),
        new("a reload", life => life.ReloadAsync("OptionsReloaded", (BatchSize, "7"))),
        new("reloads that are refused", ReloadWrongAsync),
        new("the move of a webhook", MoveAsync),
        .. Trouble.All.Select(trouble => new Step(trouble.Route, life => life.MeetAsync(trouble))),
    ];

    /// <summary>A repeat of what is on display is an edit.</summary>
    private static async Task EditAsync(Life life)
    {
        await life.DeliverAsync("The till");
        await life.DeliverAsync("The till");
    }

    private static async Task TellIncidentAsync(Life life)
    {
        using var incident = life.Pipeline.Down("The database");
        await incident.Delivered.WaitAsync(LogSink.Patience);
        incident.Update("still");
        incident.Resolve("back");
        life.Look("incident", incident);
    }

    private static async Task LogAsync(Life life)
    {
        using var scope = life.Log.BeginScope("Order {Order}", 5);
        life.Log.LogError(new InvalidOperationException("No stock"), "Order {Order} failed", 5);
        await life.Pipeline.FlushAsync(TimeSpan.FromSeconds(10));
    }

    private static async Task ReloadWrongAsync(Life life)
    {
        foreach (var (key, value) in WrongSettings.Of(life.Sentinel, life.Origin))
        {
            var good = life.Setting(key);
            await life.ReloadAsync("ReloadRefused", (key, value));

            // What changes nothing is not told; this does.
            await life.ReloadAsync(
                "OptionsReloaded", (key, good), (BatchSize, life.Setting(BatchSize) == "3" ? "4" : "3"));
        }
    }

    private static async Task MoveAsync(Life life)
    {
        await life.ReloadAsync(
            "OptionsReloaded", ("WebhookAlerts:Routes:info:Url", life.Setting("WebhookAlerts:Routes:error:Url")));
        await life.DeliverAsync("The office");
    }
}
