using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Follows where a developer began what is understood only by its end: a mark in angle brackets, a link's label. What was
/// written since is mended when the end comes, or when it turns out that none can.
/// </summary>
internal sealed class BackwardMarks(FollowedText text)
{
    private int _labelStart;

    // Where the word begins that a "<" begins; -1 if there is none.
    private int _angleStart;

    /// <summary>Starts with the part's first rune.</summary>
    public void Begin() => _angleStart = -1;

    /// <summary>Follows a developer's rune that was just written.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="before">What Discord made of the text before it.</param>
    public void Follow(Rune rune, in MarkdownState before)
    {
        FollowAngle(rune, before);
        if (!before.IsInLabel && text.State.IsInLabel)
        {
            _labelStart = text.Text.Position;
        }
        else if (!before.IsInTarget && text.State.IsInTarget)
        {
            text.Text.WidenEscapes(_labelStart);
            _angleStart = -1;
        }
    }

    /// <summary>Takes the meaning of an angle bracket in whose word an argument follows, unless it begins a mark that has
    /// a place for it.</summary>
    public void BeginArgument(ReadOnlySpan<byte> argument)
    {
        if (_angleStart >= 0 && !Markdown.IsMark(text.Text.From(_angleStart), argument))
        {
            EscapeAngle();
        }
    }

    private void FollowAngle(Rune rune, in MarkdownState before)
    {
        if (rune.Value == '`' && _angleStart >= 0)
        {
            // A mark that reaches into code would take it apart.
            EscapeAngle();
        }
        else if (rune.Value is ' ' or '>' || before.Code != 0)
        {
            _angleStart = -1;
        }
        else if (rune.Value == '<' && _angleStart < 0 && !before.IsEscaping)
        {
            _angleStart = text.Text.Position - 1;
        }
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
