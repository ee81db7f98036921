using HelloAlerts;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

// Counts the lines of files. It reads WEBHOOK_ERROR_URL by itself; unset, alerts go into webhook-alerts.jsonl.
await using var alerts = WebhookAlerts.Start();

string[] files = args is [] ? ["no-such-file.txt"] : args;
foreach (var file in files)
{
    try
    {
        Console.WriteLine($"{file}: {File.ReadLines(file).Count()} lines");
    }
    catch (IOException exception)
    {
        FileAlerts.Unreadable(file, exception);
    }
}

// What is said in one place only needs no declaration.
alerts.Send(LogLevel.Warning, "All files are read", exception: null, ("files", files.Length));

await alerts.FlushAsync(TimeSpan.FromSeconds(10));
Console.WriteLine($"ledger: {alerts.Ledger}");
if (alerts.Ledger.Delivered == 0)
{
    Console.WriteLine("Set WEBHOOK_ERROR_URL to the address of a Discord webhook to see them in its channel.");
}
