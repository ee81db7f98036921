namespace StatsBot.Data;

/// <summary>The activity of a guild could not be read.</summary>
public sealed class ActivityUnavailableException : Exception
{
    public ActivityUnavailableException()
    {
    }

    public ActivityUnavailableException(string message)
        : base(message)
    {
    }

    public ActivityUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
