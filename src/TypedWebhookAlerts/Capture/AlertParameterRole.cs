using System.ComponentModel;

namespace TypedWebhookAlerts.Capture;

/// <summary>What a parameter is to its alert.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AlertParameterRole
{
    /// <summary>A value in a hole or a field.</summary>
    None = 0,

    /// <summary>Part of the key by which repeats are folded.</summary>
    Key = 1,

    /// <summary>Shown as a field.</summary>
    Field = 2,

    /// <summary>A Discord user's id.</summary>
    UserId = 4,

    /// <summary>Never captured.</summary>
    Secret = 8,

    /// <summary>An exception, which travels by reference.</summary>
    Exception = 16,

    /// <summary>Shown as the redactor of its classification leaves it.</summary>
    Classified = 32,
}
