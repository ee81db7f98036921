namespace TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

/// <summary>An enum of a user's, with a hole between its values.</summary>
public enum Mood
{
    /// <summary>The first.</summary>
    Calm,

    /// <summary>Not the second.</summary>
    Angry = 5,
}
