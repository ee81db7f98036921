using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void TheDeclarationOfTheDesignDocument()
        => Verify("""
            namespace Shop;

            public static partial class BotAlerts
            {
                [WebhookAlert(LogLevel.Error, "{message}", "error", Title = "🚨 Command failed", Footer = "StatsBot")]
                public static partial void CommandFailed(
                    [AlertField] string component, string message, [UserId] ulong invokedBy, Exception exception);
            }
            """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        var generation = Generation.Of(TestSources.Usings + source);
        Assert.Empty(generation.Diagnostics);
        Snapshot.Verify(generation.Text, method: method);
    }
}
