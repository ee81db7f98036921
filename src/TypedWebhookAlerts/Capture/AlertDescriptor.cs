using System.ComponentModel;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>What is known of an alert at compile time. One object for each declared method and process.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlertDescriptor
{
    private static readonly Lock s_gate = new();
    private static AlertDescriptor[] s_all = new AlertDescriptor[64];
    private static int s_count;

    private readonly AlertParameter[] _parameters;
    private AlertDescriptor? _unreadable;

    /// <summary>Describes an alert and gives it an id within this process.</summary>
    /// <param name="name">The full name: namespace, types, method.</param>
    /// <param name="eventId">The number in logs and configuration.</param>
    /// <param name="level">The declared level.</param>
    /// <param name="template">The declared template.</param>
    /// <param name="route">The declared route, or null where the level decides.</param>
    /// <param name="parameters">The captured values, in the order written.</param>
    /// <param name="render">Reads them back and tells them to a formatter.</param>
    public AlertDescriptor(
        string name,
        int eventId,
        LogLevel level,
        string template,
        string? route,
        AlertParameter[] parameters,
        AlertRenderer render)
    {
        Name = name;
        EventId = eventId;
        Level = level;
        Template = template;
        Route = route;
        _parameters = parameters;
        Render = render;
        foreach (var parameter in parameters)
        {
            KeyHasException |= IsKeyException(parameter);
            HasReferences |= (parameter.Role & AlertParameterRole.Exception) != 0;
        }

        Id = Register(this);
    }

    /// <summary>The full name: namespace, types, method.</summary>
    public string Name { get; }

    /// <summary>The number in logs and configuration.</summary>
    public int EventId { get; }

    /// <summary>The name in logs: the attribute's, or the method's.</summary>
    public string EventName
    {
        get => field ?? Name[(Name.LastIndexOf('.') + 1)..];
        init;
    }

    /// <summary>The declared level.</summary>
    public LogLevel Level { get; }

    /// <summary>The declared template.</summary>
    public string Template { get; }

    /// <summary>The declared route, or null where the level decides.</summary>
    public string? Route { get; }

    /// <summary>The declared title, with its holes, or null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The declared colour as 0xRRGGBB, or -1 for the level's.</summary>
    public int Color { get; init; } = -1;

    /// <summary>The declared coalescing window in seconds, 0 for never, or -1 for the option's.</summary>
    public int CoalesceSeconds { get; init; } = -1;

    /// <summary>How many are accepted a minute, or 0 for no limit.</summary>
    public int MaxPerMinute { get; init; }

    /// <summary>How many seconds an incident has to last to be shown, 0 for none, or -1 for the option's.</summary>
    public int OpenAfterSeconds { get; init; } = -1;

    /// <summary>The captured values, in the order written.</summary>
    public IReadOnlyList<AlertParameter> Parameters => _parameters;

    /// <summary>The number of this alert in this process: the index of every table of alerts.</summary>
    internal int Id { get; }

    internal AlertRenderer Render { get; }

    /// <summary>Whether a record holds objects, whose slots the pump must clear.</summary>
    internal bool HasReferences { get; }

    /// <summary>Whether an exception stands in the key: its bytes are no part of it, its type is.</summary>
    internal bool KeyHasException { get; }

    /// <summary>
    /// The same alert when its arguments could not be read: same name, level and route, so that configuration means
    /// both; its only value is the type of what a getter or a ToString threw.
    /// </summary>
    internal AlertDescriptor Unreadable
    {
        get
        {
            lock (s_gate)
            {
                return _unreadable ??= new AlertDescriptor(
                    Name,
                    EventId,
                    Level,
                    Template,
                    Route,
                    [AlertParameter.Text("exception", AlertParameterRole.Key)],
                    (ref record, alert) => RenderUnreadable(ref record, alert, Name))
                {
                    EventName = EventName,
                    Color = Color,
                    CoalesceSeconds = CoalesceSeconds,
                    MaxPerMinute = MaxPerMinute,
                    OpenAfterSeconds = OpenAfterSeconds,
                };
            }
        }
    }

    /// <summary>The same alert at another level and on another route, where not its declaration decides them.</summary>
    internal AlertDescriptor With(LogLevel level, string? route)
        => new(Name, EventId, level, Template, route, _parameters, Render)
        {
            EventName = EventName,
            Title = Title,
            Color = Color,
            CoalesceSeconds = CoalesceSeconds,
            MaxPerMinute = MaxPerMinute,
            OpenAfterSeconds = OpenAfterSeconds,
        };

    /// <summary>All that this process knows by now.</summary>
    internal static IReadOnlyList<AlertDescriptor> All
    {
        get
        {
            lock (s_gate)
            {
                return s_all[..s_count];
            }
        }
    }

    internal static AlertDescriptor Find(int id) => Volatile.Read(ref s_all)[id];

    private static bool IsKeyException(AlertParameter parameter)
        => (parameter.Role & AlertParameterRole.Exception) != 0 && (parameter.Role & AlertParameterRole.Key) != 0;

    private static int Register(AlertDescriptor descriptor)
    {
        lock (s_gate)
        {
            if (s_count == s_all.Length)
            {
                var larger = new AlertDescriptor[s_count * 2];
                s_all.CopyTo(larger, 0);
                larger[s_count] = descriptor;
                Volatile.Write(ref s_all, larger);
            }
            else
            {
                s_all[s_count] = descriptor;
            }

            return s_count++;
        }
    }

    private static void RenderUnreadable(ref AlertReader record, AlertFormatter alert, string name)
    {
        var exception = record.ReadText();
        alert.BeginDescription();
        alert.Text(name);
        alert.Literal(" was raised, but its arguments could not be read: "u8);
        alert.Text(exception);
        alert.Literal(" was thrown while reading them."u8);
        alert.End();
    }
}
