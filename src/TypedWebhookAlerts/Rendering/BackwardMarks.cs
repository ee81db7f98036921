using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Follows where a developer began what is understood only by its end: a mark in angle brackets, a link's label. What
/// was written since is mended when the end comes, or when it turns out that none can.
/// </summary>
internal sealed class BackwardMarks(FollowedText text)
{
    private int _labelStart;

    // Where the word begins that a "<" begins; -1 if there is none.
    private int _angleStart;
    private bool _wasInLabel;
    private bool _wasInTarget;
    private bool _wasInCode;
    private bool _mayBegin;

    /// <summary>Whether the developer began a word with a "&lt;" that is not ended yet.</summary>
    public bool IsInAngle => _angleStart >= 0;

    /// <summary>Starts with the part's first rune.</summary>
    public void Begin() => _angleStart = -1;

    /// <summary>Sees where a developer's rune will be written.</summary>
    public void BeforeLiteral()
    {
        ref var state = ref text.State;
        _wasInLabel = state.IsInLabel;
        _wasInTarget = state.IsInTarget;
        _mayBegin = !state.IsEscaping;
        _wasInCode = state.Code != 0;
    }

    /// <summary>Follows the rune, which is written.</summary>
    public void Follow(Rune rune)
    {
        FollowAngle(rune);
        if (!_wasInLabel && text.State.IsInLabel)
        {
            _labelStart = text.Text.Position;
        }
        else if (!_wasInTarget && text.State.IsInTarget)
        {
            if (_angleStart >= 0 && _angleStart < _labelStart)
            {
                EscapeAngle();
            }

            if (text.Text.WidenEscapes(_labelStart))
            {
                text.State.FollowJoin();
            }

            _angleStart = -1;
        }
    }

    /// <summary>Takes the meaning of an angle bracket in whose word an argument follows, unless it begins a mark that
    /// has a place for it.</summary>
    public void BeginArgument(ReadOnlySpan<byte> argument)
    {
        if (_angleStart >= 0 && !Markdown.IsMark(text.Text.From(_angleStart), argument))
        {
            EscapeAngle();
        }
    }

    private void FollowAngle(Rune rune)
    {
        if (rune.Value == '`' && _angleStart >= 0)
        {
            // A mark that reaches into code would take it apart.
            EscapeAngle();
        }
        else if ((rune.Value is ' ' or '>' && !IsLineBegun()) || _wasInCode)
        {
            _angleStart = -1;
        }
        else if (rune.Value == '<' && _angleStart < 0 && _mayBegin)
        {
            _angleStart = text.Text.Position - 1;
        }
    }

    // Discord takes from a further line of a quote or of an item what it begins with, and reads on behind it. What is
    // written is JSON already.
    private bool IsLineBegun()
    {
        var word = _angleStart >= 0 ? text.Text.From(_angleStart) : default;
        var lineFeed = "\\n"u8;
        var end = word.LastIndexOf(lineFeed);
        return end >= 0 && !word[(end + lineFeed.Length)..].ContainsAnyExcept((byte)'>', (byte)' ');
    }

    private void EscapeAngle()
    {
        for (var i = text.Text.Position - 1; i >= _angleStart; i--)
        {
            var isBare = text.Text.From(i)[0] == '<' && (i == _angleStart || text.Text.From(i - 1)[0] != '\\');
            if (isBare && text.Text.EscapeAt(i))
            {
                _labelStart += _labelStart > i ? "\\\\".Length : 0;
            }
        }

        _angleStart = -1;
    }
}
