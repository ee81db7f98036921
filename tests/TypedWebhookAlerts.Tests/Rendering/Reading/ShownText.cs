using System.Text;

namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>Collects what a reader sees, run by run; runs that look alike become one.</summary>
internal sealed class ShownText
{
    private readonly List<ShownRun> _runs = [];
    private readonly StringBuilder _text = new();
    private Look _look;
    private string? _target;

    public void Add(ReadOnlySpan<char> text, Look look, string? target = null)
    {
        if (look != _look || target != _target)
        {
            EndRun();
            (_look, _target) = (look, target);
        }

        _text.Append(text);
    }

    public IReadOnlyList<ShownRun> Finish()
    {
        EndRun();
        return _runs;
    }

    private void EndRun()
    {
        if (_text.Length > 0)
        {
            _runs.Add(new ShownRun(_text.ToString(), _look, _target));
            _text.Clear();
        }
    }
}
