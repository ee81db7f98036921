using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts;

/// <summary>The ambient pipeline, and how to start one without a host.</summary>
public static class WebhookAlerts
{
    private static readonly Lock s_gate = new();
    private static AlertPipeline s_ambient = new();
    private static bool s_isTaken;

    /// <summary>The pipeline that alerts use which are given none. Before one is started it keeps what is raised; the
    /// first to start sends it. In a test, a recorder's or a simulated run's, for the flow that started it.</summary>
    public static AlertPipeline Pipeline
        => FlowPipeline.HasAny ? FlowPipeline.Current ?? Volatile.Read(ref s_ambient) : Volatile.Read(ref s_ambient);

    /// <summary>
    /// Starts a pipeline by the <c>WEBHOOK_*</c> variables and by code, which wins. It becomes the ambient one unless
    /// another is.
    /// </summary>
    /// <remarks>Until it is disposed, SIGTERM, SIGINT, SIGHUP, SIGQUIT and the process's exit flush it for at most 5 seconds,
    /// and what is left goes into the fallback file. A signal that the application cancels is the
    /// application's.</remarks>
    /// <param name="configure">Sets options.</param>
    /// <returns>The pipeline. Dispose it to flush it and to stop it.</returns>
    /// <exception cref="OptionsValidationException">An option or a variable is malformed. All mistakes are named,
    /// no value is.</exception>
    public static AlertPipeline Start(Action<WebhookAlertOptions>? configure = null)
    {
        var options = new WebhookAlertOptions();
        var mistakes = WebhookVariables.Apply(options, Environment.GetEnvironmentVariable);
        configure?.Invoke(options);
        var result = new WebhookAlertOptionsValidator().Validate(name: null, options);
        mistakes = [.. mistakes, .. result.Failures ?? []];
        if (mistakes.Count > 0)
        {
            throw new OptionsValidationException(nameof(WebhookAlertOptions), typeof(WebhookAlertOptions), mistakes);
        }

        var pipeline = Reserve();
        try
        {
            pipeline.Start(options, PipelineOwner.Application);
        }
        catch
        {
            GiveBack(pipeline);
            throw;
        }

        return pipeline;
    }

    /// <summary>Whether it is the ambient pipeline of the process, whatever this flow uses.</summary>
    internal static bool IsAmbient(AlertPipeline pipeline) => Volatile.Read(ref s_ambient) == pipeline;

    /// <summary>Gives the ambient pipeline to whoever will start it, or a new one if it is taken.</summary>
    internal static AlertPipeline Reserve()
    {
        lock (s_gate)
        {
            if (s_isTaken)
            {
                return new AlertPipeline();
            }

            s_isTaken = true;
            return s_ambient;
        }
    }

    /// <summary>Leaves the ambient pipeline, which did not start, to the next who will.</summary>
    private static void GiveBack(AlertPipeline pipeline)
    {
        lock (s_gate)
        {
            s_isTaken &= pipeline != s_ambient;
        }
    }

    /// <summary>Puts a fresh dormant pipeline in the place of one that ends.</summary>
    internal static void Release(AlertPipeline pipeline)
    {
        lock (s_gate)
        {
            if (pipeline == s_ambient)
            {
                Volatile.Write(ref s_ambient, new AlertPipeline());
                s_isTaken = false;
            }
        }
    }
}
