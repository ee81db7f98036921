using System.Runtime.CompilerServices;
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

    [Fact]
    public void DottedHolesAndRenderedValues()
        => Verify("""
            namespace Shop;

            public class Guild { public string Name => ""; public int? Size { get; } }
            public class Member { public Guild? Guild { get; } public Uri? Avatar { get; } }

            public partial class MemberAlerts(AlertPipeline alerts)
            {
                /// <summary>Somebody came.</summary>
                [WebhookAlert(
                    LogLevel.Information,
                    "{member.Guild.Name} ({member.Guild.Size:N0}) {version:3} {member.Avatar}")]
                public partial bool Joined(Member member, Version version);
            }
            """);

    [Fact]
    public void EnumsNullablesAndTimestamps()
        => Verify("""
            namespace Shop;

            [Flags] public enum Rights : byte { None, Read, Write, All = Read | Write }

            public static partial class Orders
            {
                [WebhookAlert(LogLevel.Critical, "{rights,-8:G}|{old}|{at:<t:R>}|{wait:c}|{letter}", "error",
                    Color = 0xE01E5A, EventId = 12, EventName = "OrderStuck", CoalesceSeconds = 0, MaxPerMinute = 6)]
                public static partial void Stuck(
                    Rights rights, Rights? old, DateTimeOffset? at, TimeSpan wait, char letter);
            }
            """);

    [Fact]
    public void KeysSecretsAndFields()
        => Verify("""
            public static partial class Logins
            {
                [WebhookAlert(LogLevel.Warning, "", Title = "Login of {user} failed")]
                public static partial void Failed(
                    [AlertKey] string user,
                    [Secret] string password,
                    [AlertField("Since", Inline = true)] DateTime firstAttempt,
                    [AlertField("Stack trace", CodeBlock = true), AlertKey] Exception cause);
            }
            """);

    [Fact]
    public void AnExtensionOfThePipelineWithOverloads()
        => Verify("""
            namespace Shop;

            internal static partial class PipelineAlerts
            {
                [WebhookAlert(LogLevel.Debug, "{{{number}}}")]
                public static partial void Counted(this AlertPipeline pipeline, int number);

                [WebhookAlert(LogLevel.Error, "\"{text}\"\\\r\n")]
                public static partial bool Counted(this AlertPipeline? pipeline, string text);
            }
            """);

    [Fact]
    public void NestedAndGenericContainers()
        => Verify("""
            namespace Shop.@event;

            public partial interface IShelf<T> where T : class
            {
                internal readonly partial record struct Place<TKey>(TKey Key) where TKey : notnull
                {
                    [WebhookAlert(LogLevel.Error, "{item} is not at {key}")]
                    public readonly partial void Missing<TItem>(in TItem? item, TKey key, params string[] rest)
                        where TItem : class, IComparable<TItem>, new();
                }
            }
            """);

    [Fact]
    public void WrongDeclarationsStillCompile()
    {
        var generation = Generation.Of(TestSources.Usings + """
            public static partial class Wrong
            {
                [WebhookAlert(LogLevel.Error, "{a} {b")]
                public static partial int Answer(out int a);

                [WebhookAlert(LogLevel.Error, "{a} {b} {c.Length}")]
                public static partial void Body(int a) => _ = a;

                [WebhookAlert(LogLevel.Error, "{a} {b} {a.Length:N}")]
                public static partial void Holes(int a);
            }
            """);
        Assert.Empty(generation.Diagnostics);
        Snapshot.Verify(generation.Text);
    }

    private static void Verify(string source, [CallerMemberName] string method = "")
    {
        var generation = Generation.Of(TestSources.Usings + source);
        Assert.Empty(generation.Diagnostics);
        Snapshot.Verify(generation.Text, method: method);
    }
}
