using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>Alerts for queues, packers and accounts, which do not look into their bytes.</summary>
internal static class TestCopies
{
    public static AlertOrigin Origin(LogLevel level = LogLevel.Error)
        => new("Tests.Alert", EventId: 7, level, DateTimeOffset.UnixEpoch);

    public static AlertCopy Create(
        LogLevel level = LogLevel.Error,
        long sequence = 0,
        int codePoints = 10,
        int bytes = 100,
        bool isEmbed = true,
        AlertAccount? account = null,
        OutcomeCounters? route = null,
        MessageFrame? frame = null,
        byte[]? trace = null,
        DeliveryLane? lane = null)
    {
        var alert = new RenderedAlert(new byte[bytes], bytes - 1, codePoints, isEmbed, isCounterAlone: false)
        {
            Trace = trace,
        };
        account ??= new AlertAccount(new OutcomeCounters(), Origin(level));
        var copy = new AlertCopy(account, route ?? new OutcomeCounters(), alert, refused: 0)
        {
            Sequence = sequence,
            Frame = frame ?? MessageFrame.None,
            Lane = lane,
            FoldFor = TimeSpan.FromMinutes(5),
        };
        account.Add(copy);
        return copy;
    }
}
