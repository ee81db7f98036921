using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Monitoring;

namespace TypedWebhookAlerts;

/// <summary>The ambient pipeline, and how to start one without a host.</summary>
public static class WebhookAlerts
{
    /// <summary>The pipeline that alerts use which are given none. Before one is started it keeps what is raised; the
    /// first to start sends it. In a test, a recorder's or a simulated run's, for the flow that started it.</summary>
    public static AlertPipeline Pipeline
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => AmbientPipeline.Current;
    }

    /// <summary>
    /// Starts a pipeline by the <c>WEBHOOK_*</c> variables and by code, which wins. It becomes the ambient one unless
    /// another is.
    /// </summary>
    /// <remarks>Until it is disposed, SIGTERM, SIGINT, SIGHUP, SIGQUIT and the process's exit flush it for at most 5
    /// seconds, and what is left goes into the fallback file. A signal that the application cancels is the
    /// application's.</remarks>
    /// <param name="configure">Sets options.</param>
    /// <returns>The pipeline. Dispose it to flush it and to stop it.</returns>
    /// <exception cref="OptionsValidationException">An option or a variable is malformed. All mistakes are named,
    /// no value is.</exception>
    public static AlertPipeline Start(Action<WebhookAlertOptions>? configure = null)
    {
        var options = new WebhookAlertOptions();
        options.ReadVariables();
        options.Notes.Origins.Close(WebhookAlertOptionsValidator.MistakesOfOptions(options));
        configure?.Invoke(options);
        WebhookAlertOptionsValidator.ThrowIfWrong(options);
        OptionsLog.TellDoubts(options);
        var pipeline = AmbientPipeline.Reserve();
        try
        {
            pipeline.Start(options, PipelineOwner.Application);
        }
        catch
        {
            AmbientPipeline.GiveBack(pipeline);
            throw;
        }

        try
        {
            PipelineCompanions.Attach(pipeline, options);
            return pipeline;
        }
        catch
        {
            // It runs already, and nobody would have it to end it. Whoever starts it is told at once.
            _ = pipeline.DisposeAsync().AsTask();
            throw;
        }
    }
}
