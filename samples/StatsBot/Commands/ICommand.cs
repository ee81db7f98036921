namespace StatsBot.Commands;

/// <summary>A slash command.</summary>
internal interface ICommand
{
    /// <summary>What users type after the slash.</summary>
    string Name { get; }

    /// <summary>Runs it.</summary>
    /// <returns>What the user is answered.</returns>
    Task<string> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
