namespace TypedWebhookAlerts.Dispatch;

/// <summary>Who starts a pipeline: it says what the end of the process means to it.</summary>
internal enum PipelineOwner
{
    /// <summary>A test, which disposes it; the process is not its own.</summary>
    Test,

    /// <summary>An application without a host: signals, the exit and a crash are watched for.</summary>
    Application,

    /// <summary>A host, which handles signals: the exit and a crash are watched for.</summary>
    Host,
}
