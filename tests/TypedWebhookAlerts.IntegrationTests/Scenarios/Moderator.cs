using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Somebody who deletes messages.</summary>
internal static class Moderator
{
    /// <summary>Deletes a message of the route <c>error</c>, in no time.</summary>
    public static void Delete(this VirtualRun run, SimulatedMessage message)
    {
        using var http = new HttpClient(run.Discord.CreateHandler());
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.com, 1)");
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{run.Error.Url}/messages/{message.Id}");
        using var response = http.Send(request);
        response.EnsureSuccessStatusCode();
    }
}
