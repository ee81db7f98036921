using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The application's own line in footers: asked for on the pump, and remembered for the lanes.</summary>
internal sealed class ContextLine
{
    private const int MaxCodePoints = 200;

    /// <summary>So much of what is told is looked at.</summary>
    private const int MostLookedAt = 4096;

    private static readonly TimeSpan s_askEvery = TimeSpan.FromSeconds(1);

    private readonly ILogger _log;
    private IAlertContext? _context;
    private TextRedactor _redactor = TextRedactor.Default;
    private TimeSpan _askAt;
    private bool _hasFailed;
    private string? _answer;
    private volatile string? _text;

    public ContextLine(ILogger log) => _log = log;

    /// <summary>What it was when it was last asked for; null for none.</summary>
    public string? Text => _text;

    /// <summary>Takes who is asked, from now on.</summary>
    /// <param name="context">Who is asked; null for nobody.</param>
    /// <param name="redactor">Takes out of the answer what is not to leave.</param>
    public void Configure(IAlertContext? context, TextRedactor redactor)
    {
        _redactor = redactor;
        _context = context;
        _askAt = TimeSpan.Zero;
        _answer = _text = null;
    }

    /// <summary>Asks for it, unless it was asked for within a second. Called by the pump only.</summary>
    /// <param name="now">The pump's monotonic time.</param>
    public void Refresh(TimeSpan now)
    {
        if (_context is null || now < _askAt)
        {
            return;
        }

        _askAt = now + s_askEvery;
        var answer = Ask(_context);
        if (answer != _answer)
        {
            _answer = answer;
            _text = string.IsNullOrWhiteSpace(answer)
                ? null
                : ShortText.Of(_redactor.RedactStart(answer.Trim(), MostLookedAt), MaxCodePoints);
        }
    }

    private string? Ask(IAlertContext context)
    {
        // A user's code; a footer without its line is better than no alert.
        try
        {
            var answer = context.Describe();
            _hasFailed = false;
            return answer;
        }
        catch (Exception exception)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                _log.ContextFailed(exception.GetType().Name);
            }

            return null;
        }
    }
}
