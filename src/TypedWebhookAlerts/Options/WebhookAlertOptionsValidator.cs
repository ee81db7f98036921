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

    /// <summary>What is wrong with the options, wherever they come from. Each begins with the option's path, and none
    /// tells a value.</summary>
    public static IEnumerable<string> MistakesOfOptions(WebhookAlertOptions options)
        => RoutingRules.Mistakes(options)
            .Concat(AlertOverrideRules.Mistakes(options))
            .Concat(DisplayRules.Mistakes(options))
            .Concat(RedactionRules.Mistakes(options))
            .Concat(RangeRules.Mistakes(options))
            .Concat(MetricThresholdRules.Mistakes(options));

    /// <summary>What is wrong. Each begins with the key of the configuration, the variable or the option, and none
    /// tells a value.</summary>
    private static List<string> Mistakes(WebhookAlertOptions options)
    {
        var notes = options.Notes;
        List<string> mistakes = [.. notes.Mistakes, .. MistakesOfOptions(options).Select(notes.Origins.Name)];

        // What is only a warning in the log otherwise may be why the options are wrong: TRUSTED_HOST in place of HOSTS.
        return mistakes.Count == 0 ? mistakes : [.. mistakes, .. Misspelt(options)];
    }

    private static IEnumerable<string> Misspelt(WebhookAlertOptions options)
        => options.Notes.Unknown
            .Where(unknown => unknown.Known is not null)
            .Take(OptionNotes.MostTold)
            .Select(unknown => unknown.ToString());
}
