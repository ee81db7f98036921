using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>A folder for a fallback file, a clock, and what the log was told.</summary>
public abstract class FallbackTests : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    private protected VirtualTime Time { get; } = new();

    private protected FakeLogCollector Said { get; } = new();

    private protected string File => Folder.File("alerts.jsonl");

    private protected string Former => Folder.File("alerts.1.jsonl");

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static FallbackEntry Entry(long count = 1)
        => new(
            new AlertOrigin("Shop.BotAlerts.CommandFailed", 42, LogLevel.Error, DateTimeOffset.UnixEpoch),
            "error",
            "closed",
            count,
            """{"description":"x"}"""u8.ToArray(),
            IsEmbed: true);

    private protected FallbackLog Create(
        long maxBytes = 16 * 1024 * 1024, string? path = null, TimeSpan? retention = null)
        => new(
            new FallbackOptions
            {
                Path = path ?? File,
                MaxBytes = maxBytes,
                Retention = retention ?? TimeSpan.FromDays(30),
            },
            folder: null,
            Time,
            new FakeLogger(Said));
}
