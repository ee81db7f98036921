using System.Collections;
using System.Text;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Stands in a log for an exception whose texts hold what is not to leave: it says the same without it, and of
/// which type the other is.</summary>
internal sealed class RedactedException : Exception
{
    /// <summary>So much of each text is looked at.</summary>
    private const int MostLookedAt = 1024 * 1024;

    /// <summary>So many entries of an exception's data are looked at.</summary>
    private const int MostData = 64;

    private const int MostInner = 8;

    private readonly string _text;

    private RedactedException(Exception exception, TextRedactor redactor, Exception? inner)
        : base(ExceptionText.Summary(exception, redactor), inner)
    {
        HResult = exception.HResult;
        StackTrace = redactor.RedactStart(ExceptionText.RawStackTrace(exception), MostLookedAt);
        _text = redactor.RedactStart(ExceptionText.RawText(exception), MostLookedAt);
    }

    public override string StackTrace { get; }

    /// <summary>An exception as a log may have it: itself, unless a text of it, or of what caused it, holds what is not
    /// to leave, or is too long to be looked at.</summary>
    public static Exception Of(Exception exception, TextRedactor redactor)
    {
        var isClean = IsClean(ExceptionText.RawText(exception), redactor) && IsCleanByItself(exception, redactor);
        return isClean && ExceptionCauses.Of(exception) is { Count: < ExceptionCauses.MostVisited } causes
            && causes.All(cause => IsCleanByItself(cause, redactor))
            ? exception
            : StandIn(exception, redactor, MostInner);
    }

    public override string ToString() => _text;

    private static RedactedException StandIn(Exception exception, TextRedactor redactor, int mostInner)
    {
        var inner = mostInner > 0 && exception.InnerException is { } cause
            ? StandIn(cause, redactor, mostInner - 1)
            : null;
        return new RedactedException(exception, redactor, inner);
    }

    /// <summary>What providers read one by one may say more than the whole text, which a type can override.</summary>
    private static bool IsCleanByItself(Exception exception, TextRedactor redactor)
        => IsClean(ExceptionText.RawMessage(exception), redactor)
            && IsClean(ExceptionText.RawStackTrace(exception), redactor)
            && HasCleanRest(exception, redactor);

    private static bool IsClean(string? text, TextRedactor redactor)
        => text is null
            || (text.Length <= MostLookedAt && redactor.Redact(text, before: default, isCut: false) is null);

    /// <summary>Whether an entry of the data may go along. Of a list or an object only a serializer would tell what it
    /// holds: it may not.</summary>
    private static bool IsClean(DictionaryEntry entry, TextRedactor redactor)
    {
        var name = entry.Key.ToString();
        var isSimple = entry.Value is null or string or Uri or StringBuilder or ValueType;
        return isSimple && IsClean(name, redactor)
            && redactor.Redact(entry.Value?.ToString(), name, isCut: false) is null;
    }

    private static bool HasCleanRest(Exception exception, TextRedactor redactor)
    {
        // A type may override it; what cannot be looked at does not go along.
        try
        {
            return IsClean(exception.HelpLink, redactor)
                && IsClean(exception.Source, redactor)
                && exception.Data.Count <= MostData
                && exception.Data.Cast<DictionaryEntry>().All(entry => IsClean(entry, redactor));
        }
        catch (Exception)
        {
            return false;
        }
    }
}
