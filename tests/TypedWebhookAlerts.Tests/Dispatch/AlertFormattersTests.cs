using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Dispatch;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class AlertFormattersTests
{
    [Fact]
    public void WhatOptionsTakeOutOfTextIsMadeOnceForThePumpAndAllLanes()
    {
        var options = new WebhookAlertOptions();
        options.Redaction.Patterns["badge"] = "B-[0-9]{4}";
        var formatters = new AlertFormatters(options, NullLogger.Instance);
        var redactor = formatters.CreateForPump([]).Redactor;

        Assert.Same(redactor, formatters.CreateForLane().Redactor);
        Assert.Same(redactor, formatters.CreateForLane().Redactor);
    }

    [Fact]
    public void TheSameOptionsWithOtherExpressionsAreOthersWhenTheyAreTaken()
    {
        var options = new WebhookAlertOptions();
        var formatters = new AlertFormatters(options, NullLogger.Instance);
        options.Redaction.Patterns["badge"] = "B-[0-9]{4}";

        Assert.Null(Redact(formatters));
        formatters.Configure(options);
        Assert.Equal("[redacted:badge]", Redact(formatters));
    }

    private static string? Redact(AlertFormatters formatters)
        => formatters.CreateForLane().Redactor.Redact("B-1234", before: default, isCut: false);
}
