using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code for what makes two alerts equal, and for what is never in a record.</summary>
public sealed class RunningKeyTests
{
    [Fact]
    public void TheKeyIsTextIntegralEnumAndIdButNoTimeAndNoFraction()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{at}{span}{real}{money}{text}{number}{level}{id}{e}")]
                public static partial void X(
                    DateTime at, TimeSpan span, double real, decimal money,
                    string text, int number, LogLevel level, Guid id, Exception e);
            }
            """);
        object[] first =
        [
            DateTime.UnixEpoch,
            TimeSpan.Zero,
            1.0,
            1m,
            "a",
            1,
            LogLevel.Error,
            Guid.Empty,
            new NotImplementedException(),
        ];
        object[] same = [DateTime.MaxValue, TimeSpan.MaxValue, 2.0, 2m, .. first[4..8], new NotSupportedException()];

        var alert = alerts.Raise("X", first)!;

        Assert.Equal(alert.Key, alerts.Raise("X", same)!.Key);
        for (var i = 4; i < 8; i++)
        {
            object[] other = [.. first];
            other[i] = i switch { 4 => "b", 5 => 2, 6 => LogLevel.Debug, _ => Guid.NewGuid() };
            Assert.NotEqual(alert.Key, alerts.Raise("X", other)!.Key);
        }

        Assert.Equal(
            ["text", "number", "level", "id", "at", "span", "real", "money", "e"],
            alert.Descriptor.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(
            ["text", "number", "level", "id", "e"],
            alert.Descriptor.Parameters
                .Where(parameter => parameter.Role.HasFlag(AlertParameterRole.Key))
                .Select(parameter => parameter.Name));
    }

    [Fact]
    public void ADeclaredKeyIsTheWholeKey()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{text}{at}{number}{e}")]
                public static partial void X(string text, [AlertKey] DateTime at, int number, Exception e);
            }
            """);

        var alert = alerts.Raise("X", "a", DateTime.UnixEpoch, 1, null)!;

        Assert.Equal(alert.Key, alerts.Raise("X", "b", DateTime.UnixEpoch, 2, new InvalidOperationException())!.Key);
        Assert.NotEqual(alert.Key, alerts.Raise("X", "a", DateTime.MaxValue, 1, null)!.Key);
        Assert.False(alert.Descriptor.KeyHasException);
    }

    [Fact]
    public void ASecretIsNeverInTheRecord()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{token}, {token.Length}, {user}, {token,10}")]
                public static partial void X([Secret] string token, string user, [Secret] object? other);
            }
            """);

        var alert = alerts.Raise("X", "hunter2", "ann", "hunter3")!;

        Assert.Equal("[secret], [secret], ann,   [secret]", alert.Description);
        Assert.Equal("[secret]", alert["field Other"]);
        Assert.Equal("[secret]", alert.Values["token"]);
        Assert.Equal("03000000" + Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes("ann")), alert.Key);
    }
}
