using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

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
        CustomParser = ParseDuration,
    };

    public static async Task<int> InvokeAsync(string[] args)
    {
        var command = new RootCommand(
            """
            A Discord bot whose alerts are typed methods.

            Set WEBHOOK_ERROR_URL, WEBHOOK_INFO_URL, WEBHOOK_PERFORMANCE_URL or
            WEBHOOK_MEMBER_EVENTS_URL, and it posts there. Without any, it starts a
            Discord of its own on this machine and shows its channels here.

            It ends with its account of every alert, and with exit code 0 if that adds
            up (an alert that was dropped is accounted for), 1 if it does not, 2 if the
            bot could not start or its input broke off.
            """)
        {
            s_events,
            s_duration,
        };
        command.SetAction((result, _) => StatsBotRun.RunAsync(new StatsBotSettings(
            result.GetValue(s_events), TimeSpan.FromSeconds(result.GetValue(s_duration)))));

        // Ctrl+C belongs to the host, which flushes before it ends; the parser would cut that short.
        var line = command.Parse(args);
        var exitCode = await line.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        return line.Errors.Count == 0 ? exitCode : ExitCode.Failed;
    }

    private static double ParseDuration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= 86_400)
        {
            return seconds;
        }

        result.AddError("--duration must be a number of seconds, more than 0 and at most 86400.");
        return 0;
    }
}
