using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Follows the backticks of a text: whether code is open, and what it holds.</summary>
internal struct OpenCode
{
    /// <summary>The backticks that open and end a code block; fewer open inline code.</summary>
    public const int Fence = 3;

    private int _opened;
    private int _backticks;
    private bool _hasContent;
    private bool _isHead;

    /// <summary>The backticks of the code that is open here, 0 outside of code. A run of backticks counts when it is
    /// followed by something else; here it is taken to be.</summary>
    public readonly int Backticks => _backticks == 0 ? _opened : AfterBackticks(out _, out _);

    /// <summary>Whether the open code holds anything yet; without, it would not be code.</summary>
    public readonly bool HasContent
    {
        get
        {
            var hasContent = _hasContent;
            return (_backticks == 0 || AfterBackticks(out _, out hasContent) != 0) && hasContent;
        }
    }

    /// <summary>Whether the last rune is a backtick that may still belong to a longer run.</summary>
    public readonly bool EndsInBackticks => _backticks != 0;

    /// <summary>Whether a code block has begun in whose first line what is written may be taken for a
    /// language.</summary>
    public readonly bool IsHead
    {
        get
        {
            var isHead = _isHead;
            return (_backticks == 0 || AfterBackticks(out isHead, out _) == Fence) && isHead;
        }
    }

    public void FollowBacktick() => _backticks++;

    /// <summary>Ends a run of backticks: something else follows.</summary>
    public void Settle()
    {
        if (_backticks != 0)
        {
            _opened = AfterBackticks(out _isHead, out _hasContent);
            _backticks = 0;
        }
    }

    /// <summary>Follows what stands in code. Its first line is a language, not content, if it is one word.</summary>
    public void FollowContent(Rune rune)
    {
        _hasContent = (_hasContent || Legible.IsVisible(rune)) && !(_isHead && rune.Value == '\n');
        _isHead &= IsOfLanguage(rune);
    }

    /// <summary>Follows what no language is named like.</summary>
    public void FollowContent()
    {
        _hasContent = true;
        _isHead = false;
    }

    // Three backticks end a code block, whatever follows them; of a longer run that begins one, the fourth is content.
    private readonly int AfterBackticks(out bool isHead, out bool hasContent)
    {
        var (opened, left) = (_opened, _backticks);
        (isHead, hasContent) = (false, true);
        while (left >= Fence && opened is 0 or Fence)
        {
            left -= Fence;
            opened = Fence - opened;
            if (opened == Fence && left > Fence)
            {
                left--;
            }
            else if (opened == Fence)
            {
                isHead = left == 0;
                hasContent = left > 0;
                return Fence;
            }
        }

        if (opened == 0)
        {
            hasContent = false;
            return left;
        }

        return opened == left ? 0 : opened;
    }

    private static bool IsOfLanguage(Rune rune)
        => rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' or '+' or '.');
}
