using Microsoft.Extensions.Options;

namespace TypedWebhookAlerts;

/// <summary>Checks every option before a pipeline starts, or takes others, and reports all mistakes together.</summary>
internal sealed class WebhookAlertOptionsValidator : IValidateOptions<WebhookAlertOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookAlertOptions options)
    {
        var mistakes = Mistakes(options);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    /// <summary>Checks options that are made without a container.</summary>
    /// <exception cref="OptionsValidationException">Some are wrong.</exception>
    public static void ThrowIfWrong(WebhookAlertOptions options)
    {
        var mistakes = Mistakes(options);
        if (mistakes.Count > 0)
        {
            throw new OptionsValidationException(nameof(WebhookAlertOptions), typeof(WebhookAlertOptions), mistakes);
        }
    }

    /// <summary>What is wrong. Each begins with the name of the option or of the variable, and none tells a
    /// value.</summary>
    private static List<string> Mistakes(WebhookAlertOptions options)
    {
        var mistakes = MistakesOfOptions(options).ToList();

        // What is only a warning in the log otherwise may be why the options are wrong: TRUSTED_HOST in place of HOSTS.
        return mistakes.Count == 0 ? mistakes : [.. mistakes, .. Misspelt(options)];
    }

    private static IEnumerable<string> Misspelt(WebhookAlertOptions options)
        => options.Notes.Unknown
            .Where(unknown => unknown.Known is not null)
            .Take(OptionNotes.MostTold)
            .Select(unknown => $"{unknown.Name} is not known; did you mean {unknown.Known}?");

    private static IEnumerable<string> MistakesOfOptions(WebhookAlertOptions options)
        => options.Notes.Mistakes
            .Concat(RoutingRules.Mistakes(options))
            .Concat(AlertOverrideRules.Mistakes(options))
            .Concat(DisplayRules.Mistakes(options))
            .Concat(RedactionRules.Mistakes(options))
            .Concat(RangeRules.Mistakes(options))
            .Concat(MetricThresholdRules.Mistakes(options));
}
