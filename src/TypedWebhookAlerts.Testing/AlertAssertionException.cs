namespace TypedWebhookAlerts.Testing;

/// <summary>Something is not as a test expects it. The message says what was expected and what is there.</summary>
public sealed class AlertAssertionException : Exception
{
    /// <summary>Makes one without words.</summary>
    public AlertAssertionException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What was expected and what is there.</param>
    public AlertAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    /// <param name="message">What was expected and what is there.</param>
    /// <param name="innerException">The cause.</param>
    public AlertAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
