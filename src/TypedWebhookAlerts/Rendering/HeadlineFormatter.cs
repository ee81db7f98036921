using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Passes an alert's title and description on, and keeps fields, footer and exceptions to itself: what a later
/// message needs to say which alert it belongs to.</summary>
internal sealed class HeadlineFormatter(AlertFormatter target) : AlertFormatter
{
    private bool _isSkipping;

    /// <summary>Whether anything was passed on.</summary>
    public bool HasWritten { get; private set; }

    public override void BeginTitle()
    {
        _isSkipping = false;
        target.BeginTitle();
    }

    public override void BeginDescription()
    {
        _isSkipping = false;
        target.BeginDescription();
    }

    public override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
        => _isSkipping = true;

    public override void BeginFooter() => _isSkipping = true;

    public override void End()
    {
        if (!_isSkipping)
        {
            target.End();
        }

        _isSkipping = false;
    }

    public override void Literal(ReadOnlySpan<byte> utf8)
    {
        if (Passes(!utf8.IsEmpty))
        {
            target.Literal(utf8);
        }
    }

    public override void Exception(Exception? exception)
    {
    }

    public override void StackTrace(Exception? exception)
    {
    }

    public override void UserId(ulong? id)
    {
        if (Passes())
        {
            target.UserId(id);
        }
    }

    public override void Link(AlertText address)
    {
        if (Passes())
        {
            target.Link(address);
        }
    }

    public override void Timestamp(DateTimeOffset? at, char style)
    {
        if (Passes())
        {
            target.Timestamp(at, style);
        }
    }

    protected override void WriteText(ReadOnlySpan<char> text)
    {
        if (Passes(!text.IsEmpty))
        {
            target.Text(new AlertText(text));
        }
    }

    protected override void WriteText(ReadOnlySpan<byte> utf8)
    {
        if (Passes(!utf8.IsEmpty))
        {
            target.Text(Encoding.UTF8.GetString(utf8));
        }
    }

    private bool Passes(bool hasText = true)
    {
        HasWritten |= hasText && !_isSkipping;
        return !_isSkipping;
    }
}
