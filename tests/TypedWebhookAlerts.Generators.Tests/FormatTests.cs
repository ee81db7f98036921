using CsCheck;
using TypedWebhookAlerts.Generators.Tests.Formatting;
using TypedWebhookAlerts.Generators.Tests.Harness;
using TypedWebhookAlerts.Tests;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code for random templates and values and compares it with string.Format.</summary>
public sealed class FormatTests
{
    // One compilation each: the compiler's time is most of the test's.
    private const int Batches = 3;
    private const int AlertsInABatch = 120;

    [Fact]
    public void AnAlertReadsAsStringFormatWritesIt()
        => RandomAlert.Any.Array[AlertsInABatch].Hold(
            batch => Compare(batch), count: Batches, threads: 1, print: batch => $"{batch.Length} alerts");

    private static void Compare(RandomAlert[] batch)
    {
        var alerts = RunningAlerts.Of($$"""
            using System.Numerics;
            using System.Text;
            using NumberStyles = System.Globalization.NumberStyles;

            {{FormattedTypes.Source}}

            public static partial class A
            {
                public const string Nothing = "";

            {{string.Concat(batch.Select((alert, index) => alert.Declare($"X{index}")))}}
            }
            """);
        for (var i = 0; i < batch.Length; i++)
        {
            foreach (var call in batch[i].Calls)
            {
                object?[] arguments = [.. call.Select(value => value(alerts))];
                Compare(alerts, batch[i], $"X{i}", arguments);
            }
        }
    }

    private static void Compare(RunningAlerts alerts, RandomAlert alert, string name, object?[] arguments)
    {
        try
        {
            var raised = alerts.Raise(name, arguments);
            Assert.NotNull(raised);
            Assert.Equal(
                alert.Expect(arguments),
                raised.Parts.Select(part => (part.Part, RandomTemplate.Utf8(part.Text))));
        }
        catch (Exception exception)
        {
            // A batch holds many: say which.
            throw new InvalidOperationException(
                $"{alert.Declare(name)}of {string.Join(" and ", arguments)}: {exception.Message}", exception);
        }
    }
}
