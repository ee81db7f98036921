using System.Text;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>Renders an alert that a test speaks in a lambda.</summary>
internal static class Spoken
{
    public static readonly AlertHeading Heading = new(LogLevel.Error, -1, DateTimeOffset.UnixEpoch);

    public static ShownEmbed Embed(
        Action<AlertFormatter> speak, RenderingOptions? options = null, AlertHeading? heading = null)
        => ShownEmbed.Of(Alert(new DiscordEmbedFormatter(options ?? new RenderingOptions()), speak, heading));

    public static string Content(Action<AlertFormatter> speak, RenderingOptions? options = null)
        => ShownEmbed.ContentOf(Alert(new DiscordContentFormatter(options ?? new RenderingOptions()), speak));

    /// <summary>What a description becomes; a literal stands between braces, the rest are arguments. Nothing is
    /// redacted: hostile text may hold what looks like a secret.</summary>
    public static string Description(params string[] pieces)
        => Embed(
            alert => Say(alert, pieces), new RenderingOptions(4096) { Redactor = TextRedactor.None }).Description ?? "";

    public static void Say(AlertFormatter alert, params string[] pieces)
    {
        alert.BeginDescription();
        foreach (var piece in pieces)
        {
            if (piece.Length > 1 && piece[0] == '{' && piece[^1] == '}')
            {
                alert.Literal(Encoding.UTF8.GetBytes(piece[1..^1]));
            }
            else
            {
                alert.Text(piece);
            }
        }

        alert.End();
    }

    public static RenderedAlert Alert(
        DiscordFormatter formatter, Action<AlertFormatter> speak, AlertHeading? heading = null)
    {
        formatter.Begin(heading ?? Heading);
        speak(formatter);
        return formatter.Finish();
    }
}
