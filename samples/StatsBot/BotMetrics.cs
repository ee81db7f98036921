using System.Diagnostics.Metrics;

namespace StatsBot;

/// <summary>What the bot measures of itself. Its configuration has a threshold on it, and so would any
/// collector.</summary>
internal sealed class BotMetrics
{
    private readonly Histogram<double> _commandDuration;

    public BotMetrics(IMeterFactory meters)
        => _commandDuration = meters.Create("StatsBot").CreateHistogram<double>(
            "statsbot.command.duration", "s", "How long commands take, those that fail among them.");

    public void CommandEnded(string command, TimeSpan took)
        => _commandDuration.Record(took.TotalSeconds, KeyValuePair.Create("command", (object?)command));
}
