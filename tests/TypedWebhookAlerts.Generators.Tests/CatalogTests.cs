using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>The list of an assembly's alerts.</summary>
public sealed class CatalogTests
{
    private const string Source = """
        public static partial class B
        {
            [WebhookAlert(LogLevel.Warning, "Shard {shard} is gone", "error", Title = "Shard", EventId = 4)]
            public static partial void ShardLost(int shard, [Secret] string token);

            [WebhookAlert(LogLevel.Warning, "Shard {shard} is gone")]
            public static partial void ShardLost(string shard);
        }

        public static partial class A
        {
            [WebhookAlert(LogLevel.Error, "On")]
            public static partial void Started();
        }
        """;

    [Fact]
    public void ItNamesEveryAlertAndNothingElseOfIt()
    {
        var generation = Generation.Of(TestSources.Usings + Source);

        Assert.Empty(generation.Diagnostics);
        Snapshot.Verify(generation.Catalog, Path.ChangeExtension(ThisFile(), null) + ".Catalog");
    }

    [Fact]
    public void ItTellsWhatIsKnownOfEachAlert()
    {
        var catalog = RunningAlerts.Of(Source).TypeOf("TypedWebhookAlerts.Generated.AlertCatalog");
        var alerts = catalog.GetProperty("Alerts", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null);
        var listed = ((IEnumerable)alerts!).Cast<AlertDescriptor>().ToArray();

        Assert.Equal(["A.Started", "B.ShardLost", "B.ShardLost"], listed.Select(alert => alert.Name));
        var shard = listed[1];
        Assert.Equal(
            (4, LogLevel.Warning, "Shard {shard} is gone", "error", "Shard"),
            (shard.EventId, shard.Level, shard.Template, shard.Route, shard.Title));
        Assert.Equal(["shard", "token"], shard.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void AnAssemblyWithoutAlertsHasNone()
        => Assert.Empty(Generation.Of(TestSources.Usings + "class A;").Result.GeneratedSources);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
