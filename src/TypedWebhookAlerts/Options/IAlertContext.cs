namespace TypedWebhookAlerts;

/// <summary>A line of the application's own in every footer, such as <c>12 guilds</c>. Give one by
/// <see cref="WebhookAlertOptions.Context"/>, or register it as a service.</summary>
public interface IAlertContext
{
    /// <summary>The line, at most 200 characters of which are shown, or <see langword="null"/> for none. It is asked by
    /// the library's pump thread, so it must not wait for anything; if it throws there is no line.</summary>
    string? Describe();
}
