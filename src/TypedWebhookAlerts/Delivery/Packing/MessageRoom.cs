using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>The message that is being packed: what is in it, and whether another alert fits.</summary>
/// <param name="maxContent">The most code points that the alerts of its content take.</param>
internal sealed class MessageRoom(int maxContent)
{
    /// <summary>The bytes of a request that are kept for its JSON and for what stands between its parts: 6,000 code
    /// points of four bytes, with escapes, are far less.</summary>
    private const int BytesBesideFiles = 256 * 1024;

    private int _embeds;
    private int _embedCodePoints;
    private int _contentCodePoints;
    private int _files;
    private long _fileBytes;
    private LogLevel _highest;
    private bool _mayBeRepeated;

    public List<AlertCopy> Copies { get; } = new(DiscordLimits.Embeds);

    /// <summary>Adds an alert, if it fits; the first always does.</summary>
    public bool TryAdd(AlertCopy copy)
    {
        var before = (_embeds, _embedCodePoints, _contentCodePoints, _files, _fileBytes, _highest, _mayBeRepeated);
        Count(copy);
        if (Copies.Count == 0 || (IsCompanion(copy) && IsWithinLimits(copy.Frame)))
        {
            Copies.Add(copy);
            return true;
        }

        (_embeds, _embedCodePoints, _contentCodePoints, _files, _fileBytes, _highest, _mayBeRepeated) = before;
        return false;
    }

    private void Count(AlertCopy copy)
    {
        var alert = copy.Alert;
        if (alert.IsEmbed)
        {
            _embeds++;
            _embedCodePoints += alert.ReservedCodePoints;
        }
        else
        {
            _contentCodePoints += alert.ReservedCodePoints
                + (_contentCodePoints > 0 ? DiscordPayload.JoinCodePoints : 0);
        }

        _files += alert.Trace is null ? 0 : 1;
        _fileBytes += alert.Trace?.Length ?? 0;
        _highest = copy.Level > _highest ? copy.Level : _highest;

        // What is told twice rather than never may come to have to say so.
        _mayBeRepeated |= copy.MayBeRepeated || copy.Level == LogLevel.Critical;
    }

    private bool IsCompanion(AlertCopy copy)
        => !copy.GoesAlone
            && !Copies[0].GoesAlone
            && copy.Half == Copies[0].Half
            && copy.Frame == Copies[0].Frame;

    private bool IsWithinLimits(MessageFrame frame)
        => _embeds <= DiscordLimits.Embeds
            && _embedCodePoints <= DiscordLimits.EmbedTotal
            && _contentCodePoints <= maxContent
            && _contentCodePoints + frame.HeadCodePoints(_highest, _mayBeRepeated) <= DiscordLimits.Content
            && _files <= DiscordLimits.Files
            && _fileBytes <= DiscordLimits.RequestBytes - BytesBesideFiles;
}
