using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// What a message carries besides alerts: who signs it, whom it calls, the thread that it opens. A route has one; of it
/// a message shows what its alerts ask for.
/// </summary>
internal sealed record MessageFrame
{
    /// <summary>The code points of the line that says a message may be there twice.</summary>
    public const int RepeatedCodePoints = 21;

    /// <summary>A frame that adds nothing.</summary>
    public static MessageFrame None { get; } = new();

    /// <summary>The name that the message is signed with; null for the webhook's.</summary>
    public string? Username { get; init; }

    /// <summary>The picture beside the name; null for the webhook's.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Who is called; null for nobody.</summary>
    public Mention? Mention { get; init; }

    /// <summary>The least level that calls.</summary>
    public LogLevel MentionFrom { get; init; } = LogLevel.Critical;

    /// <summary>The name of the thread that the lane's first message opens; null for none.</summary>
    public string? ThreadName { get; init; }

    /// <summary>The ids of the thread's tags, with commas between; empty for none.</summary>
    public string Tags { get; init; } = string.Empty;

    /// <summary>Whether the message says that it may be there twice.</summary>
    public bool IsPossiblyRepeated { get; init; }

    /// <summary>The code points of what stands before the alerts of a message, as a part of its content.</summary>
    /// <param name="highest">The highest level of its alerts.</param>
    /// <param name="mayBeRepeated">Whether it says, or may come to say, that it may be there twice.</param>
    public int HeadCodePoints(LogLevel highest, bool mayBeRepeated)
        => (Calls(highest) ? Mention!.Text.Length + 1 : 0) + (mayBeRepeated ? RepeatedCodePoints : 0);

    /// <summary>The frame of one message.</summary>
    /// <param name="highest">The highest level of its alerts.</param>
    /// <param name="isPossiblyRepeated">Whether one of them may be there already.</param>
    public MessageFrame Of(LogLevel highest, bool isPossiblyRepeated)
        => this with { Mention = Calls(highest) ? Mention : null, IsPossiblyRepeated = isPossiblyRepeated };

    /// <summary>This frame around an alert that was made for another: what stands before it is not longer.</summary>
    /// <param name="former">The other.</param>
    /// <param name="level">The alert's level.</param>
    public MessageFrame InRoomOf(MessageFrame former, LogLevel level)
        => HeadCodePoints(level, mayBeRepeated: false) > former.HeadCodePoints(level, mayBeRepeated: false)
            ? this with { Mention = former.Mention, MentionFrom = former.MentionFrom }
            : this;

    private bool Calls(LogLevel highest) => Mention is not null && highest >= MentionFrom;
}
