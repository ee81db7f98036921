using System.Runtime.CompilerServices;
using TypedWebhookAlerts.Monitoring;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>Who tells of the process's exceptions.</summary>
[Collection(nameof(ProcessExceptionsTests))]
public sealed class ProcessExceptionsTests
{
    [Fact]
    public async Task TheAmbientPipelineTellsThoughAnotherWasThereBefore()
    {
        await using var first = new SystemStatus(new AlertPipeline(), TimeProvider.System);
        Assert.Same(first, ProcessExceptions.Teller);

        var ambient = new SystemStatus(AmbientPipeline.Current, TimeProvider.System);
        Assert.Same(ambient, ProcessExceptions.Teller);

        await ambient.DisposeAsync();
        Assert.Same(first, ProcessExceptions.Teller);
    }

    [Fact]
    public async Task WhereThePipelinesOfAProcessComeAndGoAnExceptionIsToldOnce()
    {
        using var recorder = AlertRecorder.Start();
        for (var i = 0; i < 3; i++)
        {
            await new SystemStatus(recorder.Pipeline, TimeProvider.System).DisposeAsync();
        }

        await using var status = new SystemStatus(recorder.Pipeline, TimeProvider.System);
        status.Configure(new WebhookAlertOptions());
        Leave();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Single(recorder.All, alert => alert.Get<string>("message") == nameof(ProcessExceptionsTests));
    }

    // In a method of its own, so that no local of the test holds the task.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Leave()
        => Task.FromException(new InvalidOperationException(nameof(ProcessExceptionsTests)));
}
