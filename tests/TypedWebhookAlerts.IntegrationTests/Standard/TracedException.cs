namespace TypedWebhookAlerts.IntegrationTests.Standard;

/// <summary>An exception whose stack trace is the same wherever the test lies.</summary>
internal sealed class TracedException(string message) : Exception(message)
{
    public override string StackTrace
        => """
               at StatsBot.Data.ActivityRepository.SaveAsync(Guild guild)
               at StatsBot.Commands.StatsCommand.RunAsync(CommandContext context)
            """;
}
