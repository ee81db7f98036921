using System.Globalization;
using TypedWebhookAlerts.Generators.Tests.Promise.Arguments;
using TypedWebhookAlerts.Generators.Tests.Promise.Declarations;
using TypedWebhookAlerts.Generators.Tests.Promise.Delivery;

namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>Counts what was tried, so that the property cannot go blind without anybody noticing.</summary>
internal sealed class Coverage
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public long this[string bucket] => _counts.GetValueOrDefault(bucket);

    public void CountBatch(CompiledAlerts batch)
    {
        foreach (var bucket in batch.Alerts.SelectMany(alert => alert.Declaration.Covered))
        {
            Count(bucket);
        }

        foreach (var (declaration, rule) in batch.Refused)
        {
            Count($"refused by {rule}");
            Count(declaration.Limit is null ? "limit refused none" : $"limit refused {declaration.Limit}");
        }
    }

    public void CountArguments(object?[] arguments)
    {
        Count("calls");
        foreach (var argument in arguments.Where(argument => argument is string or null))
        {
            foreach (var hostility in HostileText.ClassesOf((string?)argument))
            {
                Count($"argument {hostility}");
            }
        }
    }

    public void CountLedger(AlertLedger ledger)
    {
        Count("ledger accepted", ledger.Accepted);
        Count("ledger delivered", ledger.Delivered);
        Count("ledger coalesced", ledger.Coalesced);
        Count("ledger refused by MaxPerMinute", ledger.Refused);
    }

    public void CountExchanges(IReadOnlyList<Exchange> exchanges)
    {
        foreach (var exchange in exchanges)
        {
            Count($"request {exchange.Method} {(int)exchange.Status}");
        }
    }

    public void CountDescription(int codePoints) => Count($"description of {BucketOf(codePoints)} code points");

    public void CountContent(int codePoints) => Count($"content of {BucketOf(codePoints)} code points");

    /// <summary>Counts a literal that was compared with what is shown of it, by its distance from the limit.</summary>
    public void CountWhole(string literal, int limit)
    {
        var distance = Math.Clamp(LiteralText.CodePoints(literal) - limit, -2, 2);
        Count(string.Create(CultureInfo.InvariantCulture, $"literal compared at {limit}{distance:+0;-0;+0}"));
    }

    public override string ToString()
        => string.Join('\n', _counts.Select(count => $"{count.Value,8}  {count.Key}"));

    private static string BucketOf(int codePoints) => codePoints switch
    {
        0 => "0",
        < 100 => "1 to 99",
        < 1000 => "100 to 999",
        < 1900 => "1000 to 1899",
        <= 2000 => "1900 to 2000",
        _ => "over 2000",
    };

    private void Count(string bucket, long times = 1)
        => _counts[bucket] = _counts.GetValueOrDefault(bucket) + times;
}
