using Microsoft.Extensions.Logging.Abstractions;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>
/// What a call costs its caller while the pump takes what it captures. No route is on, so the pump counts an alert and
/// lets it go: what it does on the other core is not what is measured.
/// </summary>
internal static class CaptureBenchmark
{
    // So that a batch fits the ring, whatever the pump does meanwhile.
    private const int Batch = 4000;
    private const string Component = "CommandDispatcher";
    private const string Message = "The command 'ban' failed: missing permissions";

    private static readonly InvalidOperationException s_exception = new("missing permissions");

    public static async Task<IReadOnlyList<Measurement>> RunAsync()
    {
        var pipeline = AmbientPipeline.Reserve();
        pipeline.Start(new WebhookAlertOptions
        {
            LoggerFactory = NullLoggerFactory.Instance, Fallback = { Path = null },
        });
        List<Measurement> measurements =
        [
            Measurement.Of("ignored: below its level", Batch, Ignore, Settle),
            Measurement.Of("ignored, the pipeline being the ambient one", Batch, IgnoreByAmbient, Settle),
            Measurement.Of("accepted: string, int, double", Batch, Measure, Settle),
            Measurement.Of("accepted, with a receipt: string, int, double", Batch, Follow, Settle),
            Measurement.Of("accepted: 2 strings, id, exception", Batch, Fail, Settle),
            Measurement.Of("refused: MaxPerMinute is spent", Batch, Limit, Settle),
        ];
        await pipeline.DisposeAsync();
        measurements.Add(Measurement.Of("refused: closed", Batch, Measure, settle: () => { }));
        return measurements;

        // A loop for each, so that no delegate stands between the measurement and the call.
        int Ignore(int calls)
        {
            var accepted = 0;
            for (var i = 0; i < calls; i++)
            {
                accepted += pipeline.Ignored(Component, i, 0.5) ? 1 : 0;
            }

            return accepted;
        }

        int IgnoreByAmbient(int calls)
        {
            var accepted = 0;
            for (var i = 0; i < calls; i++)
            {
                accepted += BenchmarkAlerts.IgnoredByAmbient(Component, i, 0.5) ? 1 : 0;
            }

            return accepted;
        }

        int Measure(int calls)
        {
            var accepted = 0;
            for (var i = 0; i < calls; i++)
            {
                accepted += pipeline.Measured(Component, i, 0.5) ? 1 : 0;
            }

            return accepted;
        }

        int Follow(int calls)
        {
            var accepted = 0;
            for (var i = 0; i < calls; i++)
            {
                accepted += pipeline.Followed(Component, i, 0.5) is not null ? 1 : 0;
            }

            return accepted;
        }

        int Fail(int calls)
        {
            var accepted = 0;
            for (var i = 0; i < calls; i++)
            {
                accepted += pipeline.CommandFailed(Component, Message, 80351110224678912, s_exception) ? 1 : 0;
            }

            return accepted;
        }

        int Limit(int calls)
        {
            var accepted = 0;
            for (var i = 0; i < calls; i++)
            {
                accepted += pipeline.Limited(Component) ? 1 : 0;
            }

            return accepted;
        }

        void Settle()
        {
            var spin = default(SpinWait);
            while (!pipeline.IsRestingBut(requests: 0))
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }
        }
    }
}
