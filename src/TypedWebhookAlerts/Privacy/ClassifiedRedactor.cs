using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Shows classified text as the application's own redactors leave it. They are a user's code, run on the pump: whatever
/// one of them does, the text is erased rather than shown, and the alert goes out.
/// </summary>
internal sealed class ClassifiedRedactor
{
    /// <summary>What is shown where no redactor says otherwise, and where one leaves nothing.</summary>
    public const string Erased = "[erased]";

    /// <summary>No redactor may make more of a text, which is captured up to 4,096 characters: an embed holds
    /// 6,000.</summary>
    private const int MaxLength = 16 * 1024;

    /// <summary>How a classification is named whose attribute throws.</summary>
    private const string Unknown = "that cannot be known";

    private readonly IRedactorProvider? _provider;
    private readonly ILogger _log;
    private readonly HashSet<string> _told = [];
    private bool _hasToldOfNone;

    /// <param name="provider">Gives the redactor of a classification; null to erase.</param>
    /// <param name="log">Told of a redactor that fails, once for each classification, and once that there is
    /// none.</param>
    public ClassifiedRedactor(IRedactorProvider? provider, ILogger log)
    {
        _provider = provider;
        _log = log;
    }

    /// <summary>Asks nobody.</summary>
    public static ClassifiedRedactor Erasing { get; } = new(provider: null, NullLogger.Instance);

    /// <summary>Shows all text as it is: what tests look at.</summary>
    public static ClassifiedRedactor Showing { get; } = new(new NullRedactorProvider(), NullLogger.Instance);

    /// <summary>Redacts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="classification">How it is classified; null where that cannot be known.</param>
    public string Redact(ReadOnlySpan<char> text, DataClassificationSet? classification)
    {
        if (_provider is null)
        {
            return IsOpen(classification) ? text.ToString() : Erase(classification);
        }

        if (classification is null)
        {
            return Fail(Unknown, "its attribute threw");
        }

        // A user's code; what cannot be redacted is erased.
        try
        {
            return Redact(text, classification, _provider.GetRedactor(classification));
        }
        catch (Exception exception)
        {
            return Fail(classification.ToString(), exception.GetType().Name);
        }
    }

    /// <summary>Whether a text is said to need no redactor.</summary>
    private static bool IsOpen(DataClassificationSet? classification)
        => classification is not null && classification.Equals(DataClassification.None);

    private string Erase(DataClassificationSet? classification)
    {
        if (!Interlocked.Exchange(ref _hasToldOfNone, true))
        {
            _log.NoRedactorProvider(classification?.ToString() ?? Unknown);
        }

        return Erased;
    }

    private string Redact(ReadOnlySpan<char> text, DataClassificationSet classification, Redactor? redactor)
    {
        if (redactor is null)
        {
            return Fail(classification.ToString(), "it is null");
        }

        var length = redactor.GetRedactedLength(text);
        if (length is < 0 or > MaxLength)
        {
            return Fail(classification.ToString(), $"a length of {length}");
        }

        // New memory, so that one that writes less than it says shows nothing of others.
        var room = new char[length];
        var written = redactor.Redact(text, room);
        if ((uint)written > (uint)length)
        {
            return Fail(classification.ToString(), $"{written} characters in a room of {length}");
        }

        return written == 0 && !text.IsEmpty ? Erased : new string(room, 0, written);
    }

    private string Fail(string classification, string failure)
    {
        bool isNew;
        lock (_told)
        {
            isNew = _told.Add(classification);
        }

        if (isNew)
        {
            _log.RedactorFailed(classification, failure);
        }

        return Erased;
    }

    private sealed class NullRedactorProvider : IRedactorProvider
    {
        public Redactor GetRedactor(DataClassificationSet classifications) => NullRedactor.Instance;
    }
}
