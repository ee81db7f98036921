namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>What stands before a text on its first line.</summary>
internal enum LineStart
{
    /// <summary>Nothing, or spaces: marks of lines are read.</summary>
    Bare,

    /// <summary>Something else.</summary>
    Taken,
}
