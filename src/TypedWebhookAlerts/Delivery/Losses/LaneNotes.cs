using System.Text;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Puts into words, as messages of the library's own, what a channel must know of its alerts. They are no alerts: the
/// ledger does not count them.
/// </summary>
/// <param name="formatter">One that nobody else uses.</param>
/// <param name="time">Tells when it is said.</param>
/// <param name="maxLength">The most code points of a description.</param>
internal sealed class LaneNotes(DiscordFormatter formatter, TimeProvider time, int maxLength)
{
    /// <summary>What a message has besides the lines: its title, its first and last line, its footer.</summary>
    private const int Overhead = 400;

    /// <summary>What a line has besides names, at most.</summary>
    private const int LineOverhead = 200;

    private const int MaxName = 80;

    private const int MostPerCharacter = 4;

    /// <summary>Tells of losses; those that there is no room for are summed up.</summary>
    public RenderedAlert Tell(IReadOnlyList<Loss> losses)
    {
        Begin("Alerts missed here"u8);
        var shown = CountThatFit(losses);
        Count(losses.Sum(loss => loss.Alerts + loss.Refused), " alert"u8);
        formatter.Literal(" did not reach this channel:"u8);
        foreach (var loss in losses.Take(shown))
        {
            Tell(loss);
        }

        if (losses.Count > shown)
        {
            formatter.Literal("\n- and "u8);
            Count(losses.Skip(shown).Sum(loss => loss.Alerts + loss.Refused), " more"u8, plural: default);
        }

        return Finish();
    }

    /// <summary>Tells that a route's webhook takes nothing any more.</summary>
    /// <param name="routes">The names of its routes.</param>
    /// <param name="reason">What it answered.</param>
    public RenderedAlert TellOfDeath(IReadOnlyList<string> routes, string reason)
    {
        Begin("A channel cannot be reached"u8);
        formatter.Literal("The webhook of "u8);
        for (var i = 0; i < routes.Count; i++)
        {
            formatter.Literal(i == 0 ? "**"u8 : ", **"u8);
            formatter.Text(routes[i]);
            formatter.Literal("**"u8);
        }

        formatter.Literal(" answers "u8);
        formatter.Text(reason);
        formatter.Literal(": it is gone, or forbids posting. Its alerts take their fallback; it is asked again "u8);
        formatter.Literal("after 5 minutes, and then less and less often."u8);
        return Finish();
    }

    private static string ReasonOf(DropReason reason)
        => reason switch
        {
            DropReason.QueueFull => "too many waited",
            DropReason.Rejected => "Discord refused it",
            DropReason.Unconfirmed => "no answer came in time, so it may be here or not",
            DropReason.MessageGone => "the message that counted it is gone",
            DropReason.NoRoute => "the webhook was gone",
            _ => "the webhook failed",
        };

    /// <summary>As declared, with its class: namespaces say little in a channel.</summary>
    private static string ShortName(string name)
    {
        var method = name.LastIndexOf('.');
        var start = method > 0 ? name.LastIndexOf('.', method - 1) + 1 : 0;
        return name.Length - start <= MaxName ? name[start..] : string.Concat(name.AsSpan(start, MaxName - 1), "…");
    }

    /// <summary>How many lines there is room for, whatever the characters of a name cost when they are
    /// escaped.</summary>
    private int CountThatFit(IReadOnlyList<Loss> losses)
    {
        var left = maxLength - Overhead;
        var count = 0;
        while (count < losses.Count)
        {
            var loss = losses[count];
            var names = (loss.Name ?? "").Length + (loss.Place.File ?? loss.Place.Route ?? "").Length;
            left -= LineOverhead + (MostPerCharacter * Math.Min(names, 2 * MaxName));
            if (left < 0)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private void Tell(Loss loss)
    {
        formatter.Literal("\n- "u8);
        Count(loss.Alerts, " × "u8, plural: default);
        formatter.Text(loss.Name is { } name ? ShortName(name) : "others");
        if (loss.Refused > 0)
        {
            formatter.Literal(" (and "u8);
            Count(loss.Refused, " refused call"u8);
            formatter.Literal(")"u8);
        }

        formatter.Literal(": "u8);
        formatter.Text(ReasonOf(loss.Reason));
        formatter.Literal(", "u8);
        formatter.Timestamp(loss.First, 'T');
        if (loss.Last.ToUnixTimeSeconds() > loss.First.ToUnixTimeSeconds())
        {
            formatter.Literal(" to "u8);
            formatter.Timestamp(loss.Last, 'T');
        }

        TellPlace(loss.Place);
    }

    private void TellPlace(LossPlace place)
    {
        if (place.Route is { } route)
        {
            formatter.Literal("; shown by the route "u8);
            formatter.Text(route.Length <= MaxName ? route : route[..MaxName]);
        }
        else if (place.File is { } file)
        {
            formatter.Literal("; in the file "u8);
            formatter.Text(file.Length <= MaxName ? file : file[..MaxName]);
        }
    }

    private void Count(long number, ReadOnlySpan<byte> unit) => Count(number, unit, "s"u8);

    private void Count(long number, ReadOnlySpan<byte> unit, ReadOnlySpan<byte> plural)
    {
        formatter.Literal("**"u8);
        formatter.Value(number, "N0");
        formatter.Literal("**"u8);
        formatter.Literal(unit);
        formatter.Literal(number == 1 ? default : plural);
    }

    private void Begin(ReadOnlySpan<byte> title)
    {
        formatter.Begin(new AlertHeading(LogLevel.Warning, Color: -1, time.GetUtcNow()));
        formatter.Title(title);
        formatter.BeginDescription();
    }

    private RenderedAlert Finish()
    {
        formatter.End();
        return formatter.Finish();
    }
}
