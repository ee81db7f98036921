using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>Calls the simulator as a well-behaved sender would, and keeps what it answers.</summary>
internal sealed class Caller : IDisposable
{
    public const string UserAgent = "DiscordBot (https://example.com/alerts, 1.0)";

    private readonly HttpClient _client;

    public Caller(HttpMessageHandler handler, string? userAgent = UserAgent)
    {
        _client = new HttpClient(handler);
        if (userAgent is not null)
        {
            _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        }
    }

    public Task<Answer> Post(SimulatedWebhook webhook, string body, string query = "?wait=true")
        => Send(HttpMethod.Post, webhook.Url + query, body);

    public Task<Answer> Patch(SimulatedWebhook webhook, ulong message, string body, string query = "")
        => Send(HttpMethod.Patch, $"{webhook.Url}/messages/{message}{query}", body);

    public Task<Answer> Get(SimulatedWebhook webhook) => Send(HttpMethod.Get, webhook.Url);

    public Task<Answer> Get(SimulatedWebhook webhook, ulong message)
        => Send(HttpMethod.Get, $"{webhook.Url}/messages/{message}");

    public Task<Answer> Delete(SimulatedWebhook webhook, ulong message)
        => Send(HttpMethod.Delete, $"{webhook.Url}/messages/{message}");

    /// <summary>Posts a message with files, in parts.</summary>
    public Task<Answer> Upload(SimulatedWebhook webhook, string body, params (string Name, string Text)[] files)
        => Send(HttpMethod.Post, webhook.Url + "?wait=true", Parts(body, files));

    /// <summary>Edits a message and adds files.</summary>
    public Task<Answer> Upload(
        SimulatedWebhook webhook, ulong message, string body, params (string Name, string Text)[] files)
        => Send(HttpMethod.Patch, $"{webhook.Url}/messages/{message}", Parts(body, files));

    public Task<Answer> Send(
        HttpMethod method, string url, string? body = null, string contentType = "application/json")
        => Send(method, url, body is null ? null : new StringContent(body, Encoding.UTF8, contentType));

    private static MultipartFormDataContent Parts(string body, (string Name, string Text)[] files)
    {
        var parts = new MultipartFormDataContent { { new StringContent(body), "payload_json" } };
        for (var i = 0; i < files.Length; i++)
        {
            parts.Add(new StringContent(files[i].Text), $"files[{i}]", files[i].Name);
        }

        return parts;
    }

    private async Task<Answer> Send(HttpMethod method, string url, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        using var response = await _client.SendAsync(request);
        var headers = response.Headers
            .ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    public void Dispose() => _client.Dispose();

    internal sealed record Answer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        /// <summary>The id of the message in the body.</summary>
        public ulong Id => ulong.Parse(Json.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);

        public int? Code => Json.TryGetProperty("code", out var code) ? code.GetInt32() : null;

        /// <summary>The code of the first error at a place of the tree, such as <c>embeds.0.title</c>.</summary>
        public string ErrorAt(string place) => place.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(Json.GetProperty("errors"), (node, key) => node.GetProperty(key))
            .GetProperty("_errors")[0].GetProperty("code").GetString()!;
    }
}
