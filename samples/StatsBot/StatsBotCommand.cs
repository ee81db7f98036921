using System.CommandLine;
using System.CommandLine.Parsing;

namespace StatsBot;

/// <summary>The command line.</summary>
internal static class StatsBotCommand
{
    private static readonly Option<string?> s_events = new("--events", "-e")
    {
        Description = "Discord gateway events, one JSON object a line: a file, or - for standard input. "
            + "Without it: what is piped in, else the recorded evening that the bot ships with",
        HelpName = "FILE|-",
    };

    private static readonly Option<double> s_duration = new("--duration", "-d")
    {
        Description = "The longest run in seconds; the bot stops earlier when its events end",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 20,
    };

    public static Task<int> InvokeAsync(string[] args)
    {
        s_duration.Validators.Add(RejectAbsurdDuration);
        var command = new RootCommand(
            """
            A Discord bot whose alerts are typed methods.

            Set WEBHOOK_ERROR_URL, WEBHOOK_INFO_URL, WEBHOOK_PERFORMANCE_URL or WEBHOOK_MEMBER_EVENTS_URL, and it posts
            there. Without any, it starts a Discord of its own on this machine and shows its channels here.
            """)
        {
            s_events,
            s_duration,
        };
        command.SetAction((result, _) => StatsBotRun.RunAsync(new StatsBotSettings(
            result.GetValue(s_events), TimeSpan.FromSeconds(result.GetValue(s_duration)))));

        // Ctrl+C belongs to the host, which flushes before it ends; the parser would cut that short.
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static void RejectAbsurdDuration(OptionResult result)
    {
        if (result.GetValueOrDefault<double>() is not (> 0 and <= 86_400))
        {
            result.AddError("--duration must be more than 0 and at most 86400 seconds.");
        }
    }
}
