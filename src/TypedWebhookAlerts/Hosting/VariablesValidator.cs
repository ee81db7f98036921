using Microsoft.Extensions.Options;

namespace TypedWebhookAlerts.Hosting;

/// <summary>Reports malformed variables beside the malformed options, so that all mistakes are seen at once.</summary>
internal sealed class VariablesValidator(IReadOnlyCollection<string> mistakes) : IValidateOptions<WebhookAlertOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookAlertOptions options)
        => mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
}
