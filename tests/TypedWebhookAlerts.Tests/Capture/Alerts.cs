using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>Alerts for tests of the capture room, which never renders one.</summary>
internal static class Alerts
{
    public static readonly AlertDescriptor Plain = Describe("Plain");

    public static readonly AlertDescriptor Other = Describe("Other");

    public static readonly AlertDescriptor WithException = Describe("WithException", AlertParameter.Exception("e"));

    public static AlertDescriptor Describe(string name, params AlertParameter[] parameters)
        => Describe(name, maxPerMinute: 0, parameters);

    public static AlertDescriptor Describe(string name, int maxPerMinute, params AlertParameter[] parameters)
        => new(
            "Tests." + name,
            eventId: 1,
            LogLevel.Error,
            template: string.Empty,
            route: null,
            parameters,
            render: static (ref _, _) => { })
        {
            MaxPerMinute = maxPerMinute,
        };
}
