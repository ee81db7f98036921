using System.Text;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes what an alert says in a log: its description, or its title where it has none. All else is in the log
/// entry by itself.</summary>
/// <param name="userIds">What stands for users' ids.</param>
internal sealed class LogMessageFormatter(UserIdMask userIds) : PlainTextFormatter(userIds)
{
    private readonly StringBuilder _title = new();
    private readonly StringBuilder _description = new();

    public override void End() => Output = null;

    /// <summary>Gives what the alert says, and forgets it.</summary>
    public string Take()
    {
        var message = (_description.Length > 0 ? _description : _title).ToString();
        _description.Clear();
        _title.Clear();
        Output = null;
        return message;
    }

    protected override void Begin(PartKind part)
        => Output = part switch
        {
            PartKind.Title => _title,
            PartKind.Description => _description,
            _ => null,
        };
}
